import { endpoint, exportedBy, type RequestContext } from "#platform/http/index.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { writeWorkbook } from "#platform/spreadsheets/index.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { findResponsible } from "#rooms/people/core/index.ts";
import { listHeldPosts } from "#rooms/people/server/index.ts";
import { isSlipped, lampOf, workdaysLate } from "#rooms/tasks/core/index.ts";
import { exportListRoute, listReceiptsRoute } from "../contract/lists.ts";
import { describeListAsWorkbook, type LedgerItem, titleOf } from "../core/index.ts";
import { type LoadedItem, loadItems } from "./load-items.ts";
import { listProblems } from "./problems.ts";
import { findList } from "./store/lists.ts";
import { countEvidence, listTasksOfItems } from "./store/receipts.ts";

type TaskOfItem = Awaited<ReturnType<typeof listTasksOfItems>>[number];

const idsOf = (items: readonly LoadedItem[]): string[] => items.map(({ row }) => row.id);

export const listReceipts = endpoint(listReceiptsRoute, {
  problems: listProblems,
  async run({ actor, tx, params, today, calendar }) {
    const list = await findList(tx, actor, params.listId);
    if (!list) return fail({ code: "list-not-found" });
    const items = await loadItems(tx, list, today);
    const tasks = await listTasksOfItems(tx, actor.areaCode, idsOf(items));
    const byItem = new Map(items.map((item) => [item.row.id, item]));
    const receipts = tasks
      .map((task) => {
        const item = byItem.get(task.source_id);
        const state = {
          status: task.status,
          dueDate: plainDate(task.due_date),
          submittedOn: task.submitted_on === null ? null : plainDate(task.submitted_on),
          nextMilestoneOn: task.next_milestone_on === null ? null : plainDate(task.next_milestone_on),
        };
        return {
          taskId: task.id,
          itemId: task.source_id,
          ordinal: item?.ordinal ?? 0,
          itemTitle: titleOf(item?.row.content ?? ""),
          unitId: task.unit_id,
          unitName: task.unit_name,
          ownerName: task.owner_name,
          ownerPost: task.owner_post,
          dueDate: task.due_date,
          status: task.status,
          lamp: lampOf(state, today, calendar),
          workdaysLate: workdaysLate(state, today, calendar),
          isSlipped: isSlipped(state, today, calendar),
          openedAt: task.opened_at?.toISOString() ?? null,
          acknowledgedAt: task.acknowledged_at?.toISOString() ?? null,
        };
      })
      .toSorted((a, b) => a.ordinal - b.ordinal);
    return succeed({ receipts, unopened: tallyUnopened(tasks) });
  },
});

/** Which units have not looked at what was given to them, the most first. */
function tallyUnopened(tasks: readonly TaskOfItem[]) {
  const byUnit = new Map<string, { unitId: string; unitName: string; tasks: number }>();
  for (const { unit_id, unit_name, opened_at, status } of tasks) {
    if (opened_at !== null || status !== "assigned") continue;
    const known = byUnit.get(unit_id);
    byUnit.set(unit_id, { unitId: unit_id, unitName: unit_name, tasks: (known?.tasks ?? 0) + 1 });
  }
  return [...byUnit.values()].toSorted((a, b) => b.tasks - a.tasks);
}

type ExportContext = RequestContext<typeof exportListRoute>;

export const exportList = endpoint(exportListRoute, {
  problems: listProblems,
  records: { "list.export": "导出责任清单" },
  async run(context) {
    const { actor, tx, params, today } = context;
    const list = await findList(tx, actor, params.listId);
    if (!list) return fail({ code: "list-not-found" });
    const items = await describeForLedger(context, await loadItems(tx, list, today));
    const ledger = describeListAsWorkbook({ title: list.title, items });
    const content = await writeWorkbook({
      createdOn: today,
      author: actor.personName,
      exported: exportedBy(context),
      sheets: [
        {
          name: "责任清单",
          title: ledger.title,
          notice: `签发：${list.issuer_name}${list.signed_on === null ? "（未签发）" : ` ${list.signed_on}`}`,
          columns: ledger.columns,
          rows: ledger.rows,
        },
      ],
    });
    await recordAudit(tx, context, {
      action: "list.export",
      subjectKind: "list",
      subjectId: list.id,
      subjectTitle: list.title,
    });
    const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return succeed({ fileName: `${list.title}.xlsx`, mediaType, content });
  },
});

/** Items with their tasks, who leads each unit, and how much proof there is. */
async function describeForLedger(
  { tx, actor, today }: ExportContext,
  items: readonly LoadedItem[],
): Promise<LedgerItem[]> {
  const tasks = await listTasksOfItems(tx, actor.areaCode, idsOf(items));
  const taskIds = tasks.map(({ id }) => id);
  const evidence = new Map(
    (await countEvidence(tx, actor.areaCode, taskIds)).map((row) => [row.taskId, row.count]),
  );
  const unitIds = [...new Set(items.flatMap(({ leads }) => leads.map(({ unitId }) => unitId)))];
  const posts = await listHeldPosts(tx, actor.areaCode, unitIds, today);
  const leaderOf = (unitId: string): string | null =>
    findResponsible(
      posts.filter((post) => post.unitId === unitId),
      "firstResponsible",
    )?.personName ?? null;
  const leaders = new Map(unitIds.map((unitId) => [unitId, leaderOf(unitId)]));
  const taskOf = new Map(tasks.map((task) => [`${task.source_id} ${task.unit_id}`, task]));
  return items.map(({ row, leads, assists }) => ({
    origin: row.origin,
    sourceLine: row.source_line,
    content: row.content,
    target: row.target,
    measures: row.measures,
    role: row.responsibility_role,
    leads: leads.map(({ unitId, unitName, responsible }) => {
      const task = taskOf.get(`${row.id} ${unitId}`);
      return {
        unitName,
        leaderName: leaders.get(unitId) ?? null,
        responsibleName: task?.owner_name ?? responsible?.personName ?? null,
        status: task?.status ?? null,
        evidenceCount: task ? (evidence.get(task.id) ?? 0) : 0,
      };
    }),
    assistingNames: assists.map(({ name }) => name),
    dueDate: row.due_date === null ? null : plainDate(row.due_date),
    remarks: row.remarks,
  }));
}
