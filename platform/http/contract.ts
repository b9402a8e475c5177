import type { Static, TObject, TSchema } from "typebox";

/** What the wire looks like at one address; imported by server, browser, command line and tests. */
export interface RouteContract {
  /** Unique name, room first: "tasks.submit". */
  readonly id: string;
  readonly method: "GET" | "POST";
  /** Below /api/v1, Fastify notation: "/tasks/:taskId/submission". */
  readonly path: string;
  /** One Chinese line for the OpenAPI document. */
  readonly summary: string;
  readonly params?: TObject;
  readonly query?: TObject;
  /** JSON body; with `upload` it arrives as the form field "data" holding JSON. */
  readonly body?: TObject;
  readonly response: TSchema;
  /** Files arrive as multipart form fields. */
  readonly upload?: { readonly maxFiles: number; readonly maxBytes: number };
  /** The answer is a file; `response` is then not used. */
  readonly download?: boolean;
  /** Reachable without signing in. */
  readonly open?: boolean;
  /** Steps of signing in (Actor.pendingStep) at which this route is reachable; without it, only when all are done. */
  readonly duringSteps?: readonly string[];
  /** Carries a password or a one-time secret: neither the request's digest nor the answer is kept for a repeat. */
  readonly isSecret?: boolean;
}

type Part<Schema> = Schema extends TSchema ? Static<Schema> : Record<never, never>;

export type ParamsOf<Route extends RouteContract> = Part<Route["params"]>;
export type QueryOf<Route extends RouteContract> = Part<Route["query"]>;
export type BodyOf<Route extends RouteContract> = Part<Route["body"]>;
export type ResponseOf<Route extends RouteContract> = Static<Route["response"]>;

/** Keeps the exact types of the schemas. */
export const defineRoute = <const Route extends RouteContract>(route: Route): Route => route;

/** RFC 9457: what every refusal looks like on the wire. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly code: string;
  readonly [extension: string]: unknown;
}
