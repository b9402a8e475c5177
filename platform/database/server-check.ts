import type pg from "pg";
import type { ServerProblem } from "./problems.ts";

type Facts = { version: number; shown: string; database: string; locale: string; encoding: string };

const oldestMajor = 15;

/**
 * Null when the server and the database will do. The locale counts whatever the collation provider: with
 * LC_CTYPE C, even under ICU, pg_trgm sees no letters in Chinese text, and searches silently find nothing.
 */
export async function checkServer(client: pg.Client): Promise<ServerProblem | null> {
  const { rows } = await client.query<Facts>(`
    SELECT current_setting('server_version_num')::integer AS version,
      current_setting('server_version') AS shown, datname AS database, datctype AS locale,
      pg_encoding_to_char(encoding) AS encoding
    FROM pg_database WHERE datname = current_database()`);
  const facts = rows[0];
  if (!facts) throw new Error("pg_database does not list the current database");
  return judgeServer(facts);
}

export function judgeServer({ version, shown, database, locale, encoding }: Facts): ServerProblem | null {
  if (version < oldestMajor * 10_000) return { code: "server-too-old", version: shown };
  if (encoding !== "UTF8") return { code: "database-encoding", database, encoding };
  if (/^(C|POSIX)$/i.test(locale)) return { code: "database-locale-c", database, locale };
  return null;
}
