import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { call, chooseAppearance, notify, PageLink, useAppearance, useGo } from "#platform/ui/index.ts";
import { signOutRoute } from "#rooms/access/contract/session.ts";
import { PostSwitcher, useMe, YearSwitcher } from "#rooms/access/web/index.ts";
import { Find } from "./Find.tsx";
import { messages } from "./messages.ts";

/** The brand bar: in whose name one acts, which year, how it looks, and the way out. */
export function TopBar(props: { readonly isMenuOpen: boolean; readonly onMenu: () => void }): ReactNode {
  const { personName } = useMe();
  const go = useGo();
  const client = useQueryClient();
  const onSwitched = (): void => {
    client.clear();
    go("/");
    window.location.reload();
  };
  return (
    <header className="top-bar no-print">
      <button
        type="button"
        className="top-button menu-button"
        aria-expanded={props.isMenuOpen}
        aria-controls="main-menu"
        onClick={props.onMenu}
      >
        {messages.menu}
      </button>
      <PageLink to="/" className="brand">
        {messages.product}
      </PageLink>
      <div className="top-acting">
        <PostSwitcher onSwitched={onSwitched} />
        <YearSwitcher />
      </div>
      <Find />
      <Look />
      <PageLink to="/account" className="person-name">
        {personName}
      </PageLink>
      <button type="button" className="top-button" onClick={() => void signOut()}>
        {messages.signOut}
      </button>
    </header>
  );
}

function Look(): ReactNode {
  const { isLarge, isDark } = useAppearance();
  return (
    <div className="look" role="group" aria-label={messages.look}>
      <button
        type="button"
        className="top-button"
        aria-pressed={isLarge}
        onClick={() => chooseAppearance({ isLarge: !isLarge })}
      >
        {messages.largeType}
      </button>
      <button
        type="button"
        className="top-button"
        aria-pressed={isDark}
        onClick={() => chooseAppearance({ isDark: !isDark })}
      >
        {messages.dark}
      </button>
    </div>
  );
}

/** A whole new page: nothing of the former person's answers stays in memory. */
async function signOut(): Promise<void> {
  const outcome = await call(signOutRoute);
  if (!outcome.ok) {
    notify({ text: messages.signOutFailed, tone: "failed" });
    return;
  }
  window.sessionStorage.clear();
  window.location.replace("/sign-in");
}
