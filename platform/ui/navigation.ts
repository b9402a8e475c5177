import { useBlocker, useLocation, useNavigate, useParams, useRouter } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { holdDirtyForm } from "./session-end.ts";
import { words } from "./words.ts";

/** The part of the path that the page's route names, "" when it is not there. */
export function usePathParam(name: string): string {
  const params = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;
  return params[name] ?? "";
}

type Filters<Key extends string> = { readonly [Name in Key]?: string };

/** Filters live in the address: back works, and a link shows the other what one sees. */
export function useFilters<const Key extends string>(
  keys: readonly Key[],
): [Filters<Key>, (change: { readonly [Name in Key]?: string | undefined }, options?: FilterChange) => void] {
  const location = useLocation();
  const navigate = useNavigate();
  const search = location.search as Readonly<Record<string, unknown>>;
  const filters = Object.fromEntries(
    keys.flatMap((key) =>
      typeof search[key] === "string" && search[key] !== "" ? [[key, search[key]]] : [],
    ),
  ) as Filters<Key>;
  const setFilters = useCallback(
    (change: { readonly [Name in Key]?: string | undefined }, options?: FilterChange) => {
      void navigate({
        to: ".",
        search: ((former: Record<string, unknown>) => ({ ...former, ...change })) as never,
        replace: options?.replaces ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [filters, setFilters];
}

interface FilterChange {
  /** Typing replaces the address instead of filling the way back with every letter. */
  readonly replaces?: boolean;
}

/** Goes to an address of our own: go("/tasks?state=overdue"). */
export function useGo(): (to: string, options?: { readonly replaces?: boolean }) => void {
  const { history } = useRouter();
  return useCallback(
    (to, options) => (options?.replaces ? history.replace(to) : history.push(to)),
    [history],
  );
}

/** Asks before a page with unsaved words is left, by link, by key or by closing the window. */
export function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => (isDirty ? holdDirtyForm() : undefined), [isDirty]);
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isDirty && current.pathname !== next.pathname && !window.confirm(words.unsaved),
    enableBeforeUnload: () => isDirty,
    disabled: !isDirty,
  });
}
