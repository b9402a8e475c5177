import type { RouteContract } from "./contract.ts";
import type { KeptTrail } from "./trail.ts";

/** Names of acts as they stand in the audit, each with its Chinese title: "task.accept" → 验收通过. */
export type ActTitles = Readonly<Record<string, string>>;

/** What an endpoint says about the records that it leaves. */
export interface Recording {
  /** The acts that it may leave a record of. */
  readonly records?: ActTitles | undefined;
  /** Why this act leaves none by rule, as the casting of a secret ballot does. */
  readonly unrecorded?: string | undefined;
}

/** Whatever writes, and whatever gives a file away, says what it records: leaving it out does not compile. */
export type RecordingOf<Route extends RouteContract> = Route extends
  | { readonly method: "POST" }
  | { readonly download: true }
  ? { readonly records: ActTitles } | { readonly unrecorded: string }
  : Recording;

export function recordingOf<Route extends RouteContract>(definition: RecordingOf<Route>): Recording {
  const { records, unrecorded } = definition as Recording;
  return { records, unrecorded };
}

type Recorded = Recording & { readonly route: RouteContract };

/** Whether an answer of this endpoint without a record in the audit would be a fault. */
export const mustRecord = ({ route, unrecorded }: Recorded): boolean =>
  (route.method !== "GET" || route.download === true) && unrecorded === undefined;

/** No write and no file without a record: an endpoint that forgot it is a fault, and its transaction rolls back. */
export function insistOnRecord(definition: Recorded, trail: KeptTrail): void {
  if (!mustRecord(definition) || trail.isComplete()) return;
  throw new Error(`${definition.route.id} answered without leaving a record in the audit`);
}

/** Forbidden, or as if it were not there, which is what a guessed or swapped address is answered with, too. */
export const isRecordedRefusal = (status: number | undefined): boolean => status === 403 || status === 404;
