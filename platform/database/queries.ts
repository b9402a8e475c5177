import type { Kysely, Transaction } from "kysely";

type NoTables = Record<never, never>;

/** The application's connection before a room names its tables (`withTables`). */
export type Database = Kysely<NoTables>;

/** One transaction inside a territory; a room adds its own tables with `withTables`. */
export type Tx = Transaction<NoTables>;

/** The name of the constraint that refused a write, or null when the error is of another kind. */
export function constraintOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("constraint" in error)) return null;
  return typeof error.constraint === "string" ? error.constraint : null;
}
