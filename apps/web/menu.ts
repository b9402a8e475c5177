import { isOffered, type MenuGroup, menuGroups, type PageEntry } from "./pages.ts";

export interface MenuItem {
  readonly path: string;
  readonly title: string;
}

/** The groups that have a page for a post that may do these things, in the order of the loop. */
export const menuOf = (
  pages: readonly PageEntry[],
  actions: readonly string[],
): readonly { readonly group: MenuGroup; readonly items: readonly MenuItem[] }[] =>
  menuGroups
    .map((group) => ({
      group,
      items: pages.flatMap(({ path, menu }) =>
        menu?.group === group && isOffered(menu, actions) ? [{ path, title: menu.title }] : [],
      ),
    }))
    .filter(({ items }) => items.length > 0);

/** Which entry lights up: the longest path at or above the present one. */
export function currentEntry(items: readonly MenuItem[], pathname: string): string | null {
  const above = items.filter(
    ({ path }) => pathname === path || (path !== "/" && pathname.startsWith(`${path}/`)),
  );
  return above.reduce<string | null>(
    (longest, { path }) => (longest === null || path.length > longest.length ? path : longest),
    null,
  );
}
