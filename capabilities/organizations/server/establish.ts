import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { searchTextOf, type Tx } from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { type AuditOrigin, recordAudit } from "#rooms/audit/server/index.ts";
import { type EstablishedKind, placeBelow, sectorOf } from "../core/index.ts";
import { findUnit, isCodeTaken } from "./store.ts";
import type { OrganizationTables } from "./tables.ts";

export interface Establishment {
  readonly name: string;
  readonly fullName: string;
  readonly kind: EstablishedKind;
  readonly officialCode: string;
  readonly parentId: string;
  /** Whether it drafts what its parent issues, as an organization department does for its committee. */
  readonly isDraftingForParent: boolean;
}

export type EstablishProblem = { readonly code: "parent-not-found" | "unit-code-taken" };

/** A unit from today on, below a parent that stands; the value is its id. It has no posts yet. */
export async function establishUnit(
  tx: Tx,
  context: AuditOrigin & { readonly today: PlainDate },
  wanted: Establishment,
): Promise<Result<string, EstablishProblem>> {
  const area = context.actor.areaCode;
  await lockUnit(tx, area, wanted.parentId);
  const parent = await findUnit(tx, area, wanted.parentId);
  if (!parent) return fail({ code: "parent-not-found" });
  if (await isCodeTaken(tx, area, wanted.officialCode)) return fail({ code: "unit-code-taken" });
  const free = {
    step: await findFreeStep(tx, area, "path", parent.path),
    systemStep:
      parent.system_path === null ? 1 : await findFreeStep(tx, area, "system_path", parent.system_path),
  };
  const place = placeBelow({ path: parent.path, systemPath: parent.system_path }, wanted.kind, free);
  const id = newId();
  const described = {
    name: wanted.name,
    full_name: wanted.fullName,
    kind: wanted.kind,
    sector: sectorOf(wanted.kind),
    official_code: wanted.officialCode,
    parent_id: parent.id,
    drafts_for_id: wanted.isDraftingForParent ? parent.id : null,
    path: place.path,
    system_path: place.systemPath,
  };
  await insertUnit(tx, { area_code: area, id, founded_on: context.today, abolished_on: null }, described);
  await recordAudit(tx, context, {
    action: "unit.establish",
    subjectKind: "unit",
    subjectId: id,
    after: described,
  });
  return succeed(id);
}

const tables = (tx: Tx) => tx.withTables<OrganizationTables>();

/** Of two units established below one parent at once the second sees the first. */
const lockUnit = (tx: Tx, area: string, unitId: string) =>
  tables(tx)
    .selectFrom("organizations.unit")
    .select("id")
    .where("area_code", "=", area)
    .where("id", "=", unitId)
    .forUpdate()
    .execute();

/** One after the highest that ever was below a path: what an abolished unit left is not given again. */
async function findFreeStep(
  tx: Tx,
  area: string,
  column: "path" | "system_path",
  above: string,
): Promise<number> {
  const path = sql.ref(`version.${column}`);
  const row = await tables(tx)
    .selectFrom("organizations.unit_version as version")
    .select(sql<number>`coalesce(max(ltree2text(subpath(${path}, -1))::integer), 0) + 1`.as("step"))
    .where("version.area_code", "=", area)
    .where(sql<boolean>`${path} <@ ${above}::ltree AND nlevel(${path}) = nlevel(${above}::ltree) + 1`)
    .executeTakeFirstOrThrow();
  return row.step;
}

type Described = Pick<
  OrganizationTables["organizations.unit_version"],
  | "name"
  | "full_name"
  | "kind"
  | "sector"
  | "official_code"
  | "parent_id"
  | "drafts_for_id"
  | "path"
  | "system_path"
>;

async function insertUnit(
  tx: Tx,
  unit: OrganizationTables["organizations.unit"],
  described: Described,
): Promise<void> {
  await tables(tx).insertInto("organizations.unit").values(unit).execute();
  await tables(tx)
    .insertInto("organizations.unit_version")
    .values({
      ...described,
      area_code: unit.area_code,
      id: newId(),
      unit_id: unit.id,
      valid_from: unit.founded_on,
      valid_to: null,
      system_parent_id: null,
      member_count: 0,
      search_text: searchTextOf(described.name),
    })
    .execute();
}
