import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { rooms } from "./rooms.ts";

const root = resolve(import.meta.dirname, "../..");

/** organization-life keeps its tables in schema organization_life. */
const schemaOf = (room: string): string => room.replaceAll("-", "_");
const schemas = rooms.map(schemaOf);

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

const serverFiles = readdirSync(join(root, "capabilities")).flatMap((room) => {
  const folder = join(root, "capabilities", room, "server");
  try {
    return listFiles(folder)
      .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
      .map((path) => ({ room, path, text: readFileSync(path, "utf8") }));
  } catch {
    return [];
  }
});

/** Every "schema.table" that the SQL of a file names, wherever it stands. */
const relationsIn = (text: string): string[] =>
  [...text.matchAll(/\b([a-z_]+)\.([a-z_]+)\b/g)]
    .filter((match) => schemas.includes(match[1] ?? "") && isNamedAsRelation(text, match.index ?? 0))
    .map((match) => match[0]);

/** In quotes (Kysely) or after a word of SQL; "access.account_id" in prose or a property is not a relation. */
const isNamedAsRelation = (text: string, at: number): boolean =>
  /["'`]$/.test(text.slice(0, at)) ||
  /\b(FROM|JOIN|INTO|UPDATE|COPY|TABLE)\s+$/i.test(text.slice(Math.max(0, at - 20), at));

describe("每个房间只写自己的表，只读别人公开的视图", () => {
  test("确实看到了查询", () => expect(serverFiles.length).toBeGreaterThan(20));

  test("没有一处越界", () => {
    const crossing = serverFiles.flatMap(({ room, path, text }) =>
      relationsIn(text)
        .filter((relation) => {
          const [schema, name] = relation.split(".");
          return schema !== schemaOf(room) && !name?.startsWith("read_");
        })
        .filter((relation) => !isRouteOrAction(text, relation))
        .map((relation) => `${path.slice(root.length + 1)}: ${relation}`),
    );
    expect(crossing).toEqual([]);
  });
});

/** `id: "tasks.list"` and `action: "task.assign"` name routes and acts, not tables. */
const isRouteOrAction = (text: string, relation: string): boolean =>
  new RegExp(`(id|action|may\\(|scope\\()\\s*:?\\s*["'\`]${relation.replace(".", "\\.")}`).test(text);
