import type { Database } from "#platform/database/index.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import type { Storage } from "#platform/storage/index.ts";
import type { Actor } from "./actor.ts";
import type { Installation } from "./installation.ts";

/** Everything that the edge needs from outside; assembled once in apps/server. */
export interface HttpServices {
  readonly database: Database;
  readonly storage: Storage;
  readonly calendar: () => WorkCalendar;
  readonly clock: () => Date;
  readonly installation: Installation;
  /** The person whose session this is, or the code of why there is none. */
  findActor(sessionToken: string | null): Promise<Actor | "not-signed-in" | "session-ended">;
  /** A refused attempt is recorded even though its own transaction was rolled back. */
  recordRefusal(actor: Actor, attempt: RefusedAttempt): Promise<void>;
  /** Records of this area have just been committed. */
  recordsLeft(areaCode: string): void;
}

/** What somebody tried in vain. */
export interface RefusedAttempt {
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly routeId: string;
  readonly params: unknown;
  /** The code of the problem that he was answered with. */
  readonly code: string;
}
