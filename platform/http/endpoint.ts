import type { Readable } from "node:stream";
import type { Database, Tx } from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Result } from "#platform/kernel/result.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import type { Storage } from "#platform/storage/index.ts";
import type { Actor } from "./actor.ts";
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, RouteContract } from "./contract.ts";
import type { Installation } from "./installation.ts";
import type { CommonProblem, ProblemOf, ProblemTable } from "./problem.ts";
import { type Recording, type RecordingOf, recordingOf } from "./recording.ts";
import type { Trail } from "./trail.ts";

/** One file of a multipart form, whole in memory and within the limits of its contract. */
export interface UploadedFile {
  readonly fieldName: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file as an answer. */
export interface Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array | Readable;
}

/** What the edge knows of a request, whoever sent it. */
export interface Edge {
  readonly installation: Installation;
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly userAgent: string;
  /** "https://dangjian.example.gov.cn", as browsers name us; null when nobody told us and it is not this machine. */
  readonly origin: string | null;
  /** What `setTicket` gave this browser some minutes ago. */
  readonly ticket: string | null;
  /** Gives the browser a session token; null takes it away. Done only when the endpoint does not refuse. */
  setSession(token: string | null): void;
  /** Gives the browser something to bring back from another site within minutes; null takes it away. */
  setTicket(ticket: string | null): void;
}

/** What the edge hands to an endpoint: who, when, in which transaction, and the parts that were validated. */
export interface RequestContext<Route extends RouteContract> extends Edge {
  readonly actor: Actor;
  /** Inside one transaction of the actor's territory; rolled back when the endpoint refuses. */
  readonly tx: Tx;
  readonly now: Date;
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
  readonly storage: Storage;
  readonly trail: Trail;
  readonly params: ParamsOf<Route>;
  readonly query: QueryOf<Route>;
  readonly body: BodyOf<Route>;
  readonly files: readonly UploadedFile[];
}

export type AnswerOf<Route extends RouteContract> = Route["download"] extends true
  ? Download
  : ResponseOf<Route>;

export type Endpoint = SignedInEndpoint | OpenEndpoint;

export interface SignedInEndpoint extends Recording {
  readonly kind: "signedIn";
  readonly route: RouteContract;
  readonly problems: ProblemTable;
  /** Named database constraint → problem code, for what only the database can see (two at once). */
  readonly constraints: Readonly<Record<string, string>>;
  /** What it wrote stays written even when it refuses: a wrong code must be counted. */
  readonly keepsRefusals: boolean;
  run(context: RequestContext<RouteContract>): Promise<Result<unknown, { readonly code: string }>>;
}

/** What an endpoint has that is reached without signing in: no actor, no territory yet. */
export interface OpenContext<Route extends RouteContract> extends Edge {
  readonly database: Database;
  readonly now: Date;
  readonly trail: Trail;
  readonly query: QueryOf<Route>;
  readonly body: BodyOf<Route>;
  /** The session token that the browser sent, if any. */
  readonly sessionToken: string | null;
}

export interface OpenEndpoint extends Recording {
  readonly kind: "open";
  readonly route: RouteContract;
  readonly problems: ProblemTable;
  run(context: OpenContext<RouteContract>): Promise<Result<unknown, { readonly code: string }>>;
}

/**
 * An endpoint reads as a sentence: load, permit, decide, save, audit. It returns a value or a problem of its
 * table; status, transaction and error body are decided in one place (register.ts).
 */
export function endpoint<Route extends RouteContract, Table extends ProblemTable>(
  route: Route,
  definition: {
    readonly problems: Table;
    readonly constraints?: Readonly<Record<string, keyof Table & string>>;
    readonly keepsRefusals?: boolean;
    run(context: RequestContext<Route>): Promise<Result<AnswerOf<Route>, ProblemOf<Table> | CommonProblem>>;
  } & RecordingOf<Route>,
): Endpoint {
  return {
    kind: "signedIn",
    route,
    ...recordingOf(definition),
    problems: definition.problems,
    constraints: definition.constraints ?? {},
    keepsRefusals: definition.keepsRefusals ?? false,
    run: definition.run as unknown as SignedInEndpoint["run"],
  };
}

/** An endpoint for those who are not signed in: signing in itself, and what the sign-in page shows. */
export function openEndpoint<Route extends RouteContract, Table extends ProblemTable>(
  route: Route & { readonly open: true },
  definition: {
    readonly problems: Table;
    run(context: OpenContext<Route>): Promise<Result<ResponseOf<Route>, ProblemOf<Table> | CommonProblem>>;
  } & RecordingOf<Route>,
): Endpoint {
  return {
    kind: "open",
    route,
    ...recordingOf(definition),
    problems: definition.problems,
    run: definition.run as unknown as OpenEndpoint["run"],
  };
}
