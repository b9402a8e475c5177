import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { ListTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<ListTables>();

/** The tasks that grew out of these items, with who has them and when they were first acknowledged. */
export const listTasksOfItems = (tx: Tx, area: string, itemIds: readonly string[]) =>
  tables(tx)
    .selectFrom("tasks.read_task as task")
    .innerJoin("organizations.read_known_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "task.area_code").onRef("unit.id", "=", "task.unit_id"),
    )
    .innerJoin("people.read_holding as owner", (join) =>
      join.onRef("owner.area_code", "=", "task.area_code").onRef("owner.id", "=", "task.owner_holding_id"),
    )
    .select([
      "task.id",
      "task.source_id",
      "task.unit_id",
      "task.due_date",
      "task.status",
      "task.submitted_on",
    ])
    .select(["task.opened_at", "task.next_milestone_on", "unit.name as unit_name"])
    .select(["owner.person_name as owner_name", "owner.post_title as owner_post"])
    .select((select) =>
      select
        .selectFrom("tasks.read_action as action")
        .whereRef("action.area_code", "=", "task.area_code")
        .whereRef("action.task_id", "=", "task.id")
        .where("action.action", "=", "acknowledge")
        .select((least) => least.fn.min("action.at").as("at"))
        .as("acknowledged_at"),
    )
    .where("task.area_code", "=", area)
    .where("task.source_room", "=", "responsibilities")
    .where("task.source_id", "=", sql<string>`ANY (${[...itemIds]}::uuid[])`)
    .orderBy("unit.official_code")
    .orderBy("task.id")
    .execute();

export const countEvidence = (tx: Tx, area: string, taskIds: readonly string[]) =>
  tables(tx)
    .selectFrom("evidence.read_link as link")
    .select("link.subject_id as taskId")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("link.area_code", "=", area)
    .where("link.subject_kind", "=", "task")
    .where("link.subject_id", "=", sql<string>`ANY (${[...taskIds]}::uuid[])`)
    .where("link.withdrawn_at", "is", null)
    .groupBy("link.subject_id")
    .execute();
