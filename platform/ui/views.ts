import {
  hashKey,
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { ProblemDetails, ResponseOf, RouteContract } from "#platform/http/contract.ts";
import type { Result } from "#platform/kernel/result.ts";
import { type CallArguments, call, type ReadInput } from "./client.ts";
import { isOutcomeUnknown, strangeAnswer } from "./client-problem.ts";
import { newCommandKey } from "./command-key.ts";
import { Refusal } from "./query-client.ts";

export interface Loading {
  readonly status: "loading";
}

export interface Failed {
  readonly status: "failed";
  readonly problem: ProblemDetails;
  readonly retry: () => void;
}

export interface Ready<Data> {
  readonly status: "ready";
  readonly data: Data;
  readonly isRefreshing: boolean;
  readonly refresh: () => void;
}

/** What a page knows of something it asked for; "empty" is the page's own word about `data`. */
export type View<Data> = Loading | Failed | Ready<Data>;

/** The rest of a list by key; null when the end is reached. */
export interface More {
  readonly load: () => void;
  readonly isLoading: boolean;
  readonly problem: ProblemDetails | null;
}

export interface ReadyPages<Row, Page> extends Ready<readonly Row[]> {
  readonly first: Page;
  readonly more: More | null;
}

export type PagesView<Row, Page = unknown> = Loading | Failed | ReadyPages<Row, Page>;

export interface ViewOptions {
  /** False holds the question back until its parts are known. */
  readonly isEnabled?: boolean | undefined;
  readonly refreshEveryMs?: number | undefined;
  /** Keeps the former answer on the page while the next one loads (filters that change while typing). */
  readonly keepsFormer?: boolean | undefined;
}

type ReadArguments<Route extends RouteContract> =
  Record<never, never> extends ReadInput<Route>
    ? [input?: ReadInput<Route>, options?: ViewOptions]
    : [input: ReadInput<Route>, options?: ViewOptions];

const keyOf = (route: RouteContract, input: { params?: unknown; query?: unknown } | undefined) => [
  route.id,
  input?.params ?? null,
  input?.query ?? null,
];

async function ask<Route extends RouteContract>(route: Route, input: unknown): Promise<ResponseOf<Route>> {
  const outcome = await call(route, ...([input] as unknown as CallArguments<Route>));
  if (!outcome.ok) throw new Refusal(outcome.problem);
  return outcome.value;
}

const problemOf = (error: Error | null): ProblemDetails =>
  error instanceof Refusal ? error.problem : strangeAnswer(0);

/** One question to the server, shared by all who ask it. */
export function useView<Route extends RouteContract>(
  route: Route,
  ...[input, options]: ReadArguments<Route>
): View<ResponseOf<Route>> {
  const query = useQuery<unknown, Error>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => ask(route, { ...input, signal }),
    enabled: options?.isEnabled ?? true,
    refetchInterval: options?.refreshEveryMs ?? false,
    ...(options?.keepsFormer && { placeholderData: (former: unknown) => former }),
  });
  const { data, error, isFetching, refetch } = query;
  const refresh = useCallback(() => void refetch(), [refetch]);
  if (data !== undefined) {
    return { status: "ready", data: data as ResponseOf<Route>, isRefreshing: isFetching, refresh };
  }
  if (query.status === "error") return { status: "failed", problem: problemOf(error), retry: refresh };
  return { status: "loading" };
}

const pageInput = (
  input: { readonly params?: unknown; readonly query?: unknown },
  after: string | null,
  signal: AbortSignal,
) => ({ ...input, query: { ...(input.query as object | undefined), after }, signal });

type Paged = { readonly next: string | null };

/** A list by key: `rowsOf` takes the rows out of each answer; `more.load` brings the next ones. */
export function usePages<Route extends RouteContract, Row>(
  route: Route,
  input: ReadInput<Route>,
  rowsOf: (page: ResponseOf<Route> & Paged) => readonly Row[],
  options?: ViewOptions,
): PagesView<Row, ResponseOf<Route>> {
  type Page = ResponseOf<Route> & Paged;
  type Pages = InfiniteData<Page, string | null>;
  const query = useInfiniteQuery({
    queryKey: [...keyOf(route, input), "pages"],
    queryFn: ({ pageParam, signal }) => ask(route, pageInput(input, pageParam, signal)) as Promise<Page>,
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page) => last.next,
    enabled: options?.isEnabled ?? true,
    placeholderData: (former: Pages | undefined) => (options?.keepsFormer === false ? undefined : former),
  });
  const { data, error, isFetching, isFetchingNextPage, hasNextPage, refetch, fetchNextPage } = query;
  const refresh = useCallback(() => void refetch(), [refetch]);
  const load = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const rows = data?.pages.flatMap((page) => rowsOf(page)) ?? [];
  const first = data?.pages[0];
  if (first !== undefined) {
    const more = hasNextPage
      ? { load, isLoading: isFetchingNextPage, problem: query.isFetchNextPageError ? problemOf(error) : null }
      : null;
    return {
      status: "ready",
      data: rows,
      first,
      more,
      isRefreshing: isFetching && !isFetchingNextPage,
      refresh,
    };
  }
  if (query.status === "error") return { status: "failed", problem: problemOf(error), retry: refresh };
  return { status: "loading" };
}

export interface Command<Route extends RouteContract> {
  readonly run: (...input: CallArguments<Route>) => Promise<Result<ResponseOf<Route>, ProblemDetails>>;
  readonly isRunning: boolean;
  readonly problem: ProblemDetails | null;
  readonly clear: () => void;
}

/** How the answer of an act changes what a view shows; null when the view must ask again after all. */
export interface Patch<Route extends RouteContract, Seen extends RouteContract> {
  readonly route: Seen;
  readonly input: ReadInput<Seen>;
  readonly apply: (seen: ResponseOf<Seen>, answer: ResponseOf<Route>) => ResponseOf<Seen> | null;
}

function bringUpToDate<Route extends RouteContract, Seen extends RouteContract>(
  client: QueryClient,
  answer: ResponseOf<Route>,
  patch: Patch<Route, Seen> | undefined,
): void {
  const key = patch && keyOf(patch.route, patch.input);
  const seen = key && client.getQueryData<ResponseOf<Seen>>(key);
  const next = patch && seen !== undefined ? patch.apply(seen, answer) : null;
  if (!key || next === null) return void client.invalidateQueries();
  client.setQueryData(key, next);
  const patched = hashKey(key);
  void client.invalidateQueries({ predicate: ({ queryKey }) => hashKey(queryKey) !== patched });
}

/**
 * An act. After it succeeded every view asks again, so that no page shows what was before; all but the one that the
 * answer itself brings up to date, where asking again would be dear.
 */
export function useCommand<Route extends RouteContract, Seen extends RouteContract = RouteContract>(
  route: Route,
  patch?: Patch<Route, Seen>,
): Command<Route> {
  const client = useQueryClient();
  const [state, setState] = useState<{ isRunning: boolean; problem: ProblemDetails | null }>(idle);
  const unanswered = useRef<{ readonly content: string; readonly key: string } | null>(null);
  const run = async (...[input]: CallArguments<Route>) => {
    setState({ isRunning: true, problem: null });
    const content = JSON.stringify([input?.params, input?.body, input?.files?.map((file) => file.name)]);
    const key = unanswered.current?.content === content ? unanswered.current.key : newCommandKey();
    const keyed = [{ ...input, idempotencyKey: key }] as unknown as CallArguments<Route>;
    const outcome = await call(route, ...keyed);
    unanswered.current = !outcome.ok && isOutcomeUnknown(outcome.problem) ? { content, key } : null;
    setState({ isRunning: false, problem: outcome.ok ? null : outcome.problem });
    if (outcome.ok && route.method === "POST") bringUpToDate(client, outcome.value, patch);
    return outcome;
  };
  const clear = useCallback(() => setState(idle), []);
  return { run, ...state, clear };
}

const idle = { isRunning: false, problem: null } as const;
