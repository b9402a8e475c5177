import { keep, recall } from "./kept.ts";

/** A set of filters under a name, kept in this browser for one page. */
export interface SavedView {
  readonly name: string;
  readonly filters: Readonly<Record<string, string>>;
}

const maxViews = 12;
const keptAs = (page: string): string => `views:${page}`;

export const listSavedViews = (page: string): readonly SavedView[] =>
  recall<readonly SavedView[]>(keptAs(page), []);

export const keepSavedViews = (page: string, views: readonly SavedView[]): void => keep(keptAs(page), views);

/** The newest stands first; the same name is replaced, the oldest beyond twelve is dropped. */
export const addSavedView = (views: readonly SavedView[], added: SavedView): readonly SavedView[] =>
  [added, ...views.filter((view) => view.name !== added.name)].slice(0, maxViews);

export const removeSavedView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
  views.filter((view) => view.name !== name);
