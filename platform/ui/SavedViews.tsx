import { useLocation } from "@tanstack/react-router";
import { Button, Input, Popover } from "antd";
import { type ReactNode, useState } from "react";
import { writeSearch } from "./address.ts";
import { useGo } from "./navigation.ts";
import {
  addSavedView,
  keepSavedViews,
  listSavedViews,
  removeSavedView,
  type SavedView,
} from "./saved-views.ts";
import { words } from "./words.ts";

/** Filters that somebody uses again and again, by name. */
export function SavedViews(): ReactNode {
  const { pathname: page, search } = useLocation();
  const go = useGo();
  const [views, setViews] = useState(() => listSavedViews(page));
  const [isOpen, setIsOpen] = useState(false);
  // The whole question as it stands in the address: tab and order too.
  const filters = search as Readonly<Record<string, string>>;
  const hasFilters = Object.keys(filters).length > 0;
  if (views.length === 0 && !hasFilters) return null;
  const change = (next: readonly SavedView[]): void => {
    keepSavedViews(page, next);
    setViews(next);
  };
  const onChoose = (view: SavedView): void => {
    setIsOpen(false);
    go(`${page}${writeSearch(view.filters)}`);
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
          {hasFilters && <NewView onSave={(name) => change(addSavedView(views, { name, filters }))} />}
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
