import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { inTerritory, type Tx } from "#platform/database/index.ts";
import { sampleAreaCode } from "#samples/county/index.ts";
import type { TestHouse } from "../house.ts";

/**
 * Where a thing may stand, one letter a place: the county committee, a department that does not draft for it, a
 * township and its village, the neighbour township and its village, a school in the township's territory under the
 * education committee, and another county, whose ids are real there and mean nothing here.
 */
export const places = {
  C: "清源县委",
  D: "县委宣传部",
  O: "县委组织部",
  T: "柳树镇",
  V: "东峪村",
  t: "石桥镇",
  v: "西台村",
  E: "教育系统党委",
  S: "县第一中学",
  X: "别的县",
} as const;

export type Place = keyof typeof places;

/** The things of one place; empty where a place has none of a kind. */
export interface Subjects {
  readonly unitId: string;
  /** Holds a post here and has no account. */
  readonly personId: string;
  readonly taskId: string;
  readonly publishedListId: string;
  readonly draftListId: string;
  readonly documentId: string;
}

export const otherArea = "990122";
const letters = Object.keys(places) as Place[];

const keys: Readonly<Record<Exclude<Place, "X">, string>> = {
  C: "xianwei",
  D: "xcb",
  O: "zzb",
  T: "liushu",
  V: "liushu.dongyu",
  t: "shiqiao",
  v: "shiqiao.xitai",
  E: "jiaoyu",
  S: "jiaoyu.yizhong",
};

/** Finds the unit of each place by a login name that begins with its key. */
async function findUnits(tx: Tx): Promise<Map<Place, string>> {
  const found = new Map<Place, string>();
  for (const [place, key] of Object.entries(keys)) {
    const { rows } = await sql<{ unit_id: string }>`
      SELECT holding.unit_id FROM access.account AS account
      JOIN people.read_holding AS holding
        ON holding.area_code = account.area_code AND holding.person_id = account.person_id
      WHERE account.area_code = ${sampleAreaCode} AND account.login_name LIKE ${`${key}.%`}
        AND account.login_name NOT LIKE ${`${key}.%.%`}
      ORDER BY account.login_name, holding.held_from LIMIT 1`.execute(tx);
    if (rows[0]) found.set(place as Place, rows[0].unit_id);
  }
  return found;
}

/** A task, a published and a draft list and a document in every place, put there as rows; the document's file is one. */
export async function furnishPlaces(house: TestHouse, sha256: string): Promise<Map<Place, Subjects>> {
  const furnished = new Map<Place, Subjects>();
  await inTerritory(house.database, sampleAreaCode, async (tx) => {
    const units = await findUnits(tx);
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM people.holding WHERE area_code = ${sampleAreaCode} AND held_to IS NULL LIMIT 1`.execute(
      tx,
    );
    for (const [place, unitId] of units) {
      furnished.set(
        place,
        await furnish(tx, sampleAreaCode, { unitId, holdingId: rows[0]?.id ?? "" }, sha256),
      );
    }
  });
  await inTerritory(house.database, otherArea, async (tx) => {
    const root = await foundUnit(tx);
    furnished.set("X", await furnish(tx, otherArea, root, sha256));
  });
  const missing = letters.filter((letter) => !furnished.has(letter));
  if (missing.length > 0) throw new Error(`没有${missing.map((letter) => places[letter]).join("、")}`);
  return furnished;
}

interface Root {
  readonly unitId: string;
  readonly holdingId: string;
}

async function foundUnit(tx: Tx): Promise<Root> {
  const [unitId, personId, postId, holdingId] = [newId(), newId(), newId(), newId()];
  await sql`INSERT INTO organizations.unit VALUES (${otherArea}, ${unitId}, '2000-01-01', NULL)`.execute(tx);
  await sql`INSERT INTO organizations.unit_version (area_code, id, unit_id, valid_from, name, full_name, kind,
      official_code, path, search_text)
    VALUES (${otherArea}, ${newId()}, ${unitId}, '2000-01-01', '邻县县委', '中共邻县委员会', 'countyCommittee',
      '990122000000001', '1', '邻县县委')`.execute(tx);
  await sql`INSERT INTO people.person VALUES (${otherArea}, ${personId}, '邻县人')`.execute(tx);
  await sql`INSERT INTO people.post (area_code, id, unit_id, title, kind, ordinal)
    VALUES (${otherArea}, ${postId}, ${unitId}, '书记', 'secretary', 1)`.execute(tx);
  await sql`INSERT INTO people.holding (area_code, id, post_id, person_id, held_from)
    VALUES (${otherArea}, ${holdingId}, ${postId}, ${personId}, '2020-01-01')`.execute(tx);
  return { unitId, holdingId };
}

async function furnish(tx: Tx, area: string, { unitId, holdingId }: Root, sha256: string): Promise<Subjects> {
  const [taskId, documentId, publishedListId, draftListId] = [newId(), newId(), newId(), newId()];
  const personId = await appointSomebody(tx, area, unitId);
  await sql`INSERT INTO tasks.task (area_code, id, source_room, source_id, origin, title, content, unit_id,
      owner_post_id, owner_holding_id, issuer_unit_id, drafter_unit_id, assigned_on, due_date, status, version)
    SELECT ${area}, ${taskId}, 'matrix', ${newId()}, 'other', '试验事项', '试验事项', ${unitId}, post_id, id,
      ${unitId}, ${unitId}, '2026-11-01', '2026-12-31', 'inProgress', 2
    FROM people.holding WHERE area_code = ${area} AND id = ${holdingId}`.execute(tx);
  await sql`INSERT INTO directives.document (area_code, id, unit_id, title, year, file_name, format, sha256, content,
      entered_at, entered_by_name)
    VALUES (${area}, ${documentId}, ${unitId}, '试验文件', 2026, 'x.txt', 'txt', ${sha256}, '要抓好落实。', now(),
      '试验')`.execute(tx);
  for (const [id, status] of [
    [publishedListId, "published"],
    [draftListId, "draft"],
  ] as const) {
    const signer = status === "published" ? newId() : null;
    await sql`INSERT INTO responsibilities.list (area_code, id, title, year, drafter_unit_id, issuer_unit_id, status,
        created_at, created_by_name, signed_on, signer_id)
      VALUES (${area}, ${id}, '试验清单', 2026, ${unitId}, ${unitId}, ${status}, now(), '试验',
        ${signer === null ? null : "2026-11-01"}::date, ${signer})`.execute(tx);
  }
  return { unitId, personId, taskId, publishedListId, draftListId, documentId };
}

async function appointSomebody(tx: Tx, area: string, unitId: string): Promise<string> {
  const [personId, postId] = [newId(), newId()];
  await sql`INSERT INTO people.person VALUES (${area}, ${personId}, '某人')`.execute(tx);
  await sql`INSERT INTO people.post (area_code, id, unit_id, title, kind, ordinal)
    VALUES (${area}, ${postId}, ${unitId}, '某岗位', 'leadingMember', 99)`.execute(tx);
  await sql`INSERT INTO people.holding (area_code, id, post_id, person_id, held_from)
    VALUES (${area}, ${newId()}, ${postId}, ${personId}, '2025-01-01')`.execute(tx);
  return personId;
}
