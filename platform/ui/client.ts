import type { TObject } from "typebox";
import type {
  BodyOf,
  ParamsOf,
  ProblemDetails,
  QueryOf,
  ResponseOf,
  RouteContract,
} from "#platform/http/contract.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { apiAddress } from "./address.ts";
import { isProblem, isSessionProblem, networkProblem, strangeAnswer } from "./client-problem.ts";
import { newCommandKey } from "./command-key.ts";
import { saveFile } from "./save-file.ts";
import { endSession, setEnded } from "./session-end.ts";

/** Query values may be given as they stand in the address; the server checks them. */
type Loose<Query> = { readonly [Key in keyof Query]: Query[Key] | string | undefined };

type PartOf<Route, Name extends string, Value> =
  Route extends Record<Name, TObject>
    ? { readonly [Key in Name]: Value }
    : { readonly [Key in Name]?: undefined };

/** What a question to this route must be given. */
export type ReadInput<Route extends RouteContract> = PartOf<Route, "params", ParamsOf<Route>> &
  (Route extends { readonly query: TObject }
    ? { readonly query?: Loose<QueryOf<Route>> }
    : { readonly query?: undefined });

/** What a call to this route must be given: exactly the parts that its contract names. */
export type CallInput<Route extends RouteContract> = ReadInput<Route> &
  PartOf<Route, "body", BodyOf<Route>> & {
    readonly files?: readonly File[] | undefined;
    readonly idempotencyKey?: string | undefined;
    readonly signal?: AbortSignal | undefined;
  };

/** The input may be left out when nothing in it is required. */
export type CallArguments<Route extends RouteContract> =
  Record<never, never> extends CallInput<Route> ? [input?: CallInput<Route>] : [input: CallInput<Route>];

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly files?: readonly File[] | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One typed request; every refusal, the broken line included, is a value in Chinese. */
export async function call<Route extends RouteContract>(
  route: Route,
  ...[input]: CallArguments<Route>
): Promise<Result<ResponseOf<Route>, ProblemDetails>> {
  const response = await send(route, input ?? {});
  if (!response.ok) return response;
  try {
    return succeed((await response.value.json()) as ResponseOf<Route>);
  } catch {
    return fail(strangeAnswer(response.value.status));
  }
}

/** Fetches the file of a download route and gives it to the browser to keep. */
export async function download<Route extends RouteContract>(
  route: Route,
  ...[input]: CallArguments<Route>
): Promise<Result<{ readonly fileName: string }, ProblemDetails>> {
  const response = await send(route, input ?? {});
  if (!response.ok) return response;
  try {
    const fileName = fileNameOf(response.value);
    saveFile(await response.value.blob(), fileName);
    return succeed({ fileName });
  } catch {
    return fail(networkProblem());
  }
}

const partOf = (part: unknown): Readonly<Record<string, unknown>> =>
  (part ?? {}) as Readonly<Record<string, unknown>>;

async function send(route: RouteContract, input: LooseInput): Promise<Result<Response, ProblemDetails>> {
  const address = apiAddress(route.path, partOf(input.params), partOf(input.query));
  let response: Response;
  try {
    response = await fetch(address, requestOf(route, input));
  } catch (error) {
    if (input.signal?.aborted) throw error;
    return fail(networkProblem());
  }
  if (response.ok) {
    setEnded(false);
    return succeed(response);
  }
  const problem = await problemOf(response);
  if (isSessionProblem(problem)) endSession();
  return fail(problem);
}

function requestOf(route: RouteContract, input: LooseInput): RequestInit {
  const headers: Record<string, string> = { accept: "application/json" };
  const common = { credentials: "same-origin", signal: input.signal ?? null } as const;
  if (route.method === "GET") return { ...common, headers };
  headers["idempotency-key"] = input.idempotencyKey ?? newCommandKey();
  if (route.upload) return { ...common, method: "POST", headers, body: formOf(input) };
  if (route.body === undefined) return { ...common, method: "POST", headers };
  headers["content-type"] = "application/json";
  return { ...common, method: "POST", headers, body: JSON.stringify(input.body ?? {}) };
}

function formOf(input: LooseInput): FormData {
  const form = new FormData();
  form.append("data", JSON.stringify(input.body ?? {}));
  for (const file of input.files ?? []) form.append("file", file, file.name);
  return form;
}

async function problemOf(response: Response): Promise<ProblemDetails> {
  try {
    const value: unknown = await response.json();
    return isProblem(value) ? value : strangeAnswer(response.status);
  } catch {
    return strangeAnswer(response.status);
  }
}

function fileNameOf(response: Response): string {
  const header = response.headers.get("content-disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  return encoded ? decodeURIComponent(encoded) : "下载文件";
}
