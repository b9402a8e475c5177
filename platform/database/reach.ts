import { type Result, succeed } from "#platform/kernel/result.ts";
import { type Connection, openPool } from "./connection.ts";
import { findRunning } from "./embedded/join.ts";
import { type DatabaseOptions, type OpenDatabase, openDatabase } from "./open.ts";
import type { DatabaseProblem } from "./problems.ts";

/** A database for a command: of a server that is running, or started for the length of the command. */
export type ReachedDatabase = Pick<OpenDatabase, "pool" | "close"> & { readonly owner: Connection };

/**
 * As openDatabase, but a data directory that a running server holds is no obstacle: the command enters beside it
 * and leaves it running. That server has migrated; a command of another version is not meant to be run beside it.
 */
export async function reachDatabase(
  options: DatabaseOptions,
): Promise<Result<ReachedDatabase, DatabaseProblem>> {
  const opened = await openDatabase(options);
  if (opened.ok || opened.problem.code !== "data-directory-in-use") return opened;
  const running = findRunning(options.dataDirectory);
  if (!running) return opened;
  const pool = openPool(running.application, { maxConnections: options.maxConnections ?? 4 });
  return succeed({ pool, owner: running.owner, close: () => pool.end() });
}
