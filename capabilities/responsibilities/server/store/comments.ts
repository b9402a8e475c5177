import type { Tx } from "#platform/database/index.ts";
import type { CommentRow, ListTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<ListTables>();

/** Comments and answers of a list in the order in which they were written. */
export const listCommentRows = (tx: Tx, area: string, listId: string) =>
  tables(tx)
    .selectFrom("responsibilities.comment as comment")
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "comment.area_code").onRef("unit.id", "=", "comment.unit_id"),
    )
    .select(["comment.id", "comment.reply_to_id", "comment.at", "comment.person_name", "comment.post_title"])
    .select(["comment.text", "unit.name as unit_name"])
    .where("comment.area_code", "=", area)
    .where("comment.list_id", "=", listId)
    .orderBy("comment.id")
    .limit(500)
    .execute();

export async function insertComment(tx: Tx, row: CommentRow): Promise<void> {
  await tables(tx).insertInto("responsibilities.comment").values(row).execute();
}

/** Lists of a unit with comments that nobody has answered, the latest comment first. */
export const listUnanswered = (tx: Tx, area: string, drafterUnitId: string) =>
  tables(tx)
    .selectFrom("responsibilities.comment as comment")
    .innerJoin("responsibilities.list as list", (join) =>
      join.onRef("list.area_code", "=", "comment.area_code").onRef("list.id", "=", "comment.list_id"),
    )
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "comment.area_code").onRef("unit.id", "=", "comment.unit_id"),
    )
    .leftJoin("responsibilities.comment as answer", (join) =>
      join.onRef("answer.area_code", "=", "comment.area_code").onRef("answer.reply_to_id", "=", "comment.id"),
    )
    .select(["comment.id", "list.id as list_id", "list.title", "unit.name as unit_name"])
    .where("comment.area_code", "=", area)
    .where("list.drafter_unit_id", "=", drafterUnitId)
    .where("comment.reply_to_id", "is", null)
    .where("answer.id", "is", null)
    .orderBy("comment.id", "desc")
    .limit(50)
    .execute();
