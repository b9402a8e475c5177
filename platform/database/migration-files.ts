import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { MigrationProblem } from "./problems.ts";

export type MigrationFile = { number: number; name: string; sql: string; checksum: string };

const namePattern = /^(\d{4})_[a-z0-9_-]+\.sql$/;

/** Reads NNNN_name.sql in order; anything else in the folder, or a number used twice, is refused. */
export async function readMigrations(directory: string): Promise<Result<MigrationFile[], MigrationProblem>> {
  const names = (await readdir(directory)).filter((name) => !name.startsWith(".")).sort();
  const files: MigrationFile[] = [];
  for (const name of names) {
    const number = Number(namePattern.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isInteger(number) || number === files.at(-1)?.number) {
      return fail({ code: "migration-misnamed", name });
    }
    const sql = (await readFile(join(directory, name), "utf8")).replaceAll("\r\n", "\n");
    files.push({ number, name, sql, checksum: createHash("sha256").update(sql).digest("hex") });
  }
  return succeed(files);
}
