import { resolve } from "node:path";
import { describeDatabaseProblem, type ReachedDatabase, reachDatabase } from "#platform/database/index.ts";
import { fail, type Result } from "#platform/kernel/result.ts";
import { programFolder, readSettings } from "../server/settings.ts";

/** Exit codes of every command (architecture.md §6). */
export const exitCodes = { done: 0, failed: 1, wrongUsage: 2, refused: 3 } as const;

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** One clear line, and the code with which the command will end. */
export function stop(line: string, exitCode: number): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = exitCode;
}

/** The database that the settings of the environment name, whether a server is running on it or not. */
export async function openForCommand(): Promise<Result<ReachedDatabase, string>> {
  const settings = readSettings(process.env);
  if (!settings.ok) return settings;
  const { databaseUrl, databaseAppUrl, dataDirectory } = settings.value;
  const reached = await reachDatabase({
    url: databaseUrl,
    applicationUrl: databaseAppUrl,
    dataDirectory,
    migrationsDirectory: resolve(programFolder, "database/migrations"),
    log: (line) => void process.stderr.write(`${line}\n`),
    maxConnections: 4,
  });
  return reached.ok ? reached : fail(describeDatabaseProblem(reached.problem));
}
