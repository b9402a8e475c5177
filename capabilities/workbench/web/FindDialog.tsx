import "./find.css";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useGo, useView } from "#platform/ui/index.ts";
import { useMe } from "#rooms/access/web/index.ts";
import { findRoute } from "../contract.ts";
import { FindAnswer } from "./FindAnswer.tsx";
import { type FindablePage, type FindOption, sectionsOf } from "./find-options.ts";
import { findMessages as messages } from "./messages.ts";
import { keepChoice, recallChoices } from "./recent-choices.ts";

/** 查找 (Ctrl+K): one field for everything that one may see; arrows choose, Enter opens, Esc closes. */
export function FindDialog(props: {
  readonly pages: readonly FindablePage[];
  readonly onClose: () => void;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const onClose = (): void => dialog.current?.close();
  // Outside the bar from which it is opened, whose colours it must not take.
  return createPortal(
    <dialog
      ref={dialog}
      className="find no-print"
      aria-label={messages.title}
      onClose={props.onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <Finding pages={props.pages} onClose={onClose} />
    </dialog>,
    document.body,
  );
}

function Finding(props: {
  readonly pages: readonly FindablePage[];
  readonly onClose: () => void;
}): ReactNode {
  const { holdingId } = useMe().acting;
  const go = useGo();
  const [text, setText] = useState("");
  const [recent] = useState(() => recallChoices(holdingId));
  const typed = text.trim();
  const asked = usePaused(typed);
  const view = useView(findRoute, { query: { text: asked } }, { isEnabled: asked !== "" });
  const isAnswered = typed !== "" && asked === typed;
  const groups = isAnswered && view.status === "ready" ? view.data.groups : [];
  const sections = sectionsOf(text, { pages: props.pages, groups, recent });
  const options = sections.flatMap((section) => section.options);
  const onOpen = (to: string): void => {
    props.onClose();
    go(to);
  };
  const onChoose = (option: FindOption): void => {
    keepChoice(holdingId, option);
    onOpen(option.to);
  };
  const { place, onKeyDown, setPlace } = useChoosing(options, onChoose);
  return (
    <>
      <div className="find-head">
        <input
          className="control"
          type="text"
          role="combobox"
          aria-label={messages.title}
          aria-expanded={options.length > 0}
          aria-controls="found"
          aria-activedescendant={options.length > 0 ? `found-${place}` : undefined}
          autoComplete="off"
          maxLength={40}
          placeholder={messages.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setPlace(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="find-close" onClick={props.onClose}>
          {messages.close}
        </button>
      </div>
      <FindAnswer
        sections={sections}
        place={place}
        asked={typed === "" ? null : { text: typed, view: isAnswered ? view : { status: "loading" } }}
        onChoose={onChoose}
        onOpen={onOpen}
      />
    </>
  );
}

/** Which line the keyboard stands on. */
function useChoosing(options: readonly FindOption[], onChoose: (option: FindOption) => void) {
  const [wanted, setPlace] = useState(0);
  const place = Math.min(wanted, Math.max(options.length - 1, 0));
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows also steer a Chinese input method; those are not ours.
    if (event.nativeEvent.isComposing || options.length === 0) return;
    if (event.key === "ArrowDown") setPlace((place + 1) % options.length);
    else if (event.key === "ArrowUp") setPlace((place - 1 + options.length) % options.length);
    else if (event.key === "Enter") onChoose(options[place] as FindOption);
    else return;
    event.preventDefault();
  };
  return { place, onKeyDown, setPlace };
}

const typingPauseMs = 200;

/** The text once typing has paused, so that not every letter is a question. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setPaused(text), typingPauseMs);
    return () => window.clearTimeout(timer);
  }, [text]);
  return paused;
}
