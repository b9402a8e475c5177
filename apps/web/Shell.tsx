import { Outlet, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useGo, useView, ViewStates } from "#platform/ui/index.ts";
import { setReader } from "#platform/ui/reader.ts";
import { signInAddress, useHasSessionEnded } from "#platform/ui/session-end.ts";
import { getMeRoute, getSiteRoute } from "#rooms/access/contract/session.ts";
import { FormerSignIn, MeContext, StandingWords, useMe } from "#rooms/access/web/index.ts";
import { Menu } from "./Menu.tsx";
import { menuOf } from "./menu.ts";
import { messages } from "./messages.ts";
import { pages } from "./pages.ts";
import { TopBar } from "./TopBar.tsx";

/** What surrounds every page: brand bar, menu, standing words. Nothing is drawn before it is known who asks. */
export function Shell(): ReactNode {
  const me = useView(getMeRoute);
  const site = useView(getSiteRoute);
  const isDemo = site.status === "ready" && site.data.demo;
  useEffect(() => {
    // For the style sheet of the printer, which says it on every sheet.
    document.documentElement.dataset["demo"] = String(isDemo);
  }, [isDemo]);
  return (
    <>
      <ViewStates view={me}>
        {(value) => (
          <MeContext.Provider value={value}>
            {/* Another post sees other things: every page starts anew. */}
            <Frame key={value.acting.holdingId} />
          </MeContext.Provider>
        )}
      </ViewStates>
      <StandingWords isDemo={isDemo} />
    </>
  );
}

function Frame(): ReactNode {
  const { acting, personName } = useMe();
  useEffect(() => setReader(`${acting.unitName}${acting.title}${personName}`), [acting, personName]);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const content = useRef<HTMLElement>(null);
  useFocusOnNewPage(content);
  useOwnHome();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {messages.skip}
      </a>
      <TopBar isMenuOpen={isMenuOpen} onMenu={() => setIsMenuOpen((isOpen) => !isOpen)} />
      <SessionNotice />
      <FormerSignIn />
      <div className="shell-middle">
        <Menu isOpen={isMenuOpen} onFollow={() => setIsMenuOpen(false)} />
        <main id="content" ref={content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}

/** The workbench is for those who have tasks; everybody else begins at the first page of his work. */
function useOwnHome(): void {
  const { pathname } = useLocation();
  const { actions } = useMe();
  const go = useGo();
  const items = menuOf(pages, actions).flatMap((group) => group.items);
  // Everybody has an account of his own; nobody's work begins there.
  const home = items.find(({ path }) => path !== "/account")?.path ?? "/";
  useEffect(() => {
    if (pathname === "/" && home !== "/") go(home);
  }, [pathname, home, go]);
}

/** After a link was followed, the keyboard and the screen reader stand at the new page, not at the old link. */
function useFocusOnNewPage(content: { readonly current: HTMLElement | null }): void {
  const { pathname } = useLocation();
  const former = useRef(pathname);
  useEffect(() => {
    if (former.current === pathname) return;
    former.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname, content]);
}

function SessionNotice(): ReactNode {
  if (!useHasSessionEnded()) return null;
  return (
    <div className="session-notice no-print" role="alert">
      {messages.sessionEnded}{" "}
      <a href={signInAddress()} target="_blank" rel="noreferrer">
        {messages.signInAgain}
      </a>
    </div>
  );
}
