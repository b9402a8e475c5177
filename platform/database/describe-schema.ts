import type pg from "pg";

export async function describeSchema(_client: pg.Client): Promise<string> {
  return "";
}
