import { Button, Popover } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ListItem } from "./list-detail.ts";
import { messages } from "./messages.ts";

/** One place up, one down, or to a place by number. The keyboard stays with the item that it moves. */
export function MoveItem(props: {
  readonly item: ListItem;
  readonly count: number;
  readonly onMove: (place: number) => void;
}): ReactNode {
  const { item, count, onMove } = props;
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const pressed = useRef<typeof up | null>(null);
  useEffect(() => {
    pressed.current?.current?.focus();
    pressed.current = null;
  }, [item.ordinal]);
  const step = (button: typeof up, by: -1 | 1): void => {
    pressed.current = button;
    onMove(item.ordinal + by);
  };
  return (
    <span className="move-item">
      <Button
        ref={up}
        size="small"
        aria-label={messages.moveUp(item.ordinal)}
        title={messages.moveUpHint}
        disabled={item.ordinal === 1}
        onClick={() => step(up, -1)}
      >
        ↑
      </Button>
      <Button
        ref={down}
        size="small"
        aria-label={messages.moveDown(item.ordinal)}
        title={messages.moveDownHint}
        disabled={item.ordinal === count}
        onClick={() => step(down, 1)}
      >
        ↓
      </Button>
      <MoveTo {...props} />
    </span>
  );
}

function MoveTo(props: {
  readonly item: ListItem;
  readonly count: number;
  readonly onMove: (place: number) => void;
}): ReactNode {
  const { item, count } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [place, setPlace] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const onMove = (): void => {
    setIsOpen(false);
    props.onMove(Number(place));
  };
  const onOpenChange = (opens: boolean): void => {
    setIsOpen(opens);
    setPlace("");
  };
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      open={isOpen}
      onOpenChange={onOpenChange}
      afterOpenChange={(opened) => opened && field.current?.focus()}
      content={
        <form
          className="move-to"
          onSubmit={(event) => {
            event.preventDefault();
            onMove();
          }}
        >
          <label htmlFor={`place-${item.id}`}>{messages.moveToLabel(count)}</label>
          <input
            ref={field}
            id={`place-${item.id}`}
            className="control"
            type="number"
            min={1}
            max={count}
            required
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
          <Button type="primary" htmlType="submit">
            {messages.move}
          </Button>
        </form>
      }
    >
      <Button size="small" aria-label={messages.moveTo(item.ordinal)}>
        {messages.moveToShort}
      </Button>
    </Popover>
  );
}
