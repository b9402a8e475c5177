import { useCallback, useEffect, useState } from "react";
import type { ProblemDetails, ResponseOf } from "#platform/http/contract.ts";
import { call } from "#platform/ui/client.ts";
import { getSiteRoute } from "../contract/session.ts";

export type Site = ResponseOf<typeof getSiteRoute>;

type SiteView =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly problem: ProblemDetails; readonly retry: () => void }
  | { readonly status: "ready"; readonly data: Site };

/** What the sign-in page must know; without the store of answers, which the small page does not carry. */
export function useSite(): SiteView {
  const [view, setView] = useState<SiteView>({ status: "loading" });
  const load = useCallback(async (): Promise<void> => {
    const outcome = await call(getSiteRoute);
    setView(
      outcome.ok
        ? { status: "ready", data: outcome.value }
        : { status: "failed", problem: outcome.problem, retry: () => void load() },
    );
  }, []);
  useEffect(() => void load(), [load]);
  return view;
}
