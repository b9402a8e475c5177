import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageLink } from "#platform/ui/index.ts";
import { useMe } from "#rooms/access/web/index.ts";
import { currentEntry, menuOf } from "./menu.ts";
import { messages } from "./messages.ts";
import { pages } from "./pages.ts";

/** By the loop of the work; on a phone it opens from the top bar. */
export function Menu(props: { readonly isOpen: boolean; readonly onFollow: () => void }): ReactNode {
  const { pathname } = useLocation();
  const { actions } = useMe();
  const groups = menuOf(pages, actions);
  const entries = groups.flatMap(({ items }) => items);
  const current = currentEntry(entries, pathname);
  return (
    <nav
      id="main-menu"
      className={props.isOpen ? "menu menu-open no-print" : "menu no-print"}
      aria-label={messages.mainMenu}
    >
      {groups.map(({ group, items }) => (
        <section key={group} className="menu-group" aria-label={group}>
          <h2>{group}</h2>
          <ul>
            {items.map(({ path, title }) => (
              <li key={path}>
                <PageLink
                  to={path}
                  className="menu-link"
                  isCurrent={path === current}
                  onFollow={props.onFollow}
                >
                  {title}
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
