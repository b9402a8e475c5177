import type pg from "pg";
import { questions } from "./schema-questions.ts";

/**
 * The shape of a database as text: the same for the same migrations, so that it can be kept beside the code,
 * read, and compared. Compare on one major version: each writes the text of views in its own manner.
 * `<application>` stands for the application role.
 */
export async function describeSchema(client: pg.Client): Promise<string> {
  // Names are written in full only while the search path is empty.
  await client.query("BEGIN READ ONLY");
  await client.query("SET LOCAL search_path = ''");
  try {
    const parts: string[] = [];
    for (const { title, sql } of questions) {
      const { rows } = await client.query<{ line: string }>(sql);
      parts.push(`-- ${title}\n\n${rows.map((row) => `${row.line}\n`).join("")}`);
    }
    return `-- Written by describeSchema from a migrated database; not to be edited.\n\n${parts.join("\n")}`;
  } finally {
    await client.query("ROLLBACK");
  }
}
