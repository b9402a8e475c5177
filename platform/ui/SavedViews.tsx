import { Button, Input, Popover } from "antd";
import { type ReactNode, useState } from "react";
import {
  addSavedView,
  keepSavedViews,
  listSavedViews,
  removeSavedView,
  type SavedView,
} from "./saved-views.ts";
import { words } from "./words.ts";

/** Filters that somebody uses again and again, by name. */
export function SavedViews(props: {
  readonly page: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly onChoose: (filters: Readonly<Record<string, string>>) => void;
}): ReactNode {
  const [views, setViews] = useState(() => listSavedViews(props.page));
  const [isOpen, setIsOpen] = useState(false);
  const hasFilters = Object.keys(props.filters).length > 0;
  if (views.length === 0 && !hasFilters) return null;
  const change = (next: readonly SavedView[]): void => {
    keepSavedViews(props.page, next);
    setViews(next);
  };
  const onChoose = (view: SavedView): void => {
    setIsOpen(false);
    props.onChoose(view.filters);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setIsOpen}
      content={
        <div className="saved-views">
          {views.map((view) => (
            <div key={view.name} className="saved-view">
              <Button type="link" onClick={() => onChoose(view)}>
                {view.name}
              </Button>
              <Button
                type="text"
                size="small"
                aria-label={words.removeView(view.name)}
                onClick={() => change(removeSavedView(views, view.name))}
              >
                ×
              </Button>
            </div>
          ))}
          {hasFilters && (
            <NewView onSave={(name) => change(addSavedView(views, { name, filters: props.filters }))} />
          )}
        </div>
      }
    >
      <Button type="text">{words.savedViews}</Button>
    </Popover>
  );
}

function NewView({ onSave }: { readonly onSave: (name: string) => void }): ReactNode {
  const [name, setName] = useState("");
  const save = (): void => {
    if (name.trim() === "") return;
    onSave(name.trim());
    setName("");
  };
  return (
    <div className="saved-view">
      <Input
        value={name}
        maxLength={20}
        aria-label={words.saveViewName}
        placeholder={words.saveViewName}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={save}
      />
      <Button onClick={save} disabled={name.trim() === ""}>
        {words.saveView}
      </Button>
    </div>
  );
}
