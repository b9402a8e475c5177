import { type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import type { HeldPost } from "#rooms/people/core/index.ts";
import { checkThreeClear, type Finding, type ThreeClear } from "../core/index.ts";
import { type LoadedItem, toCheck } from "./load-items.ts";
import type { FoundList, listLists } from "./store/lists.ts";

type ListRow = Awaited<ReturnType<typeof listLists>>[number];

export const describeSummary = (row: ListRow) => ({
  id: row.id,
  title: row.title,
  year: row.year,
  status: row.status,
  drafterName: row.drafter_name,
  issuerName: row.issuer_name,
  itemCount: row.item_count ?? 0,
  createdAt: row.created_at.toISOString(),
  createdByName: row.created_by_name,
  signedOn: row.signed_on,
  signerName: row.signer_name,
});

export const describeList = (row: FoundList, itemCount: number) => ({
  ...describeSummary({ ...row, item_count: itemCount }),
  version: row.version,
  issuerUnitId: row.issuer_unit_id,
  documentId: row.document_id,
  parentTask:
    row.parent_task_id === null
      ? null
      : { id: row.parent_task_id, title: row.parent_title ?? "", dueDate: row.parent_due_date ?? "" },
  signerPost: row.signer_post,
  returnNote: row.return_note,
});

/** 三明确 of a list as it stands today. */
export const checkList = (
  list: FoundList,
  items: readonly LoadedItem[],
  setting: { readonly today: PlainDate; readonly calendar: WorkCalendar },
): ThreeClear =>
  checkThreeClear(toCheck(items), {
    ...setting,
    parentDueDate: list.parent_due_date === null ? null : plainDate(list.parent_due_date),
  });

export function describeItem(item: LoadedItem, check: ThreeClear) {
  const { row, ordinal, leads, assists } = item;
  const own = (findings: readonly Finding[], isWarning: boolean) =>
    findings.filter(({ itemId }) => itemId === row.id).map(({ code, words }) => ({ code, words, isWarning }));
  return {
    id: row.id,
    ordinal,
    version: row.version,
    origin: row.origin,
    content: row.content,
    target: row.target,
    measures: row.measures,
    role: row.responsibility_role,
    dueDate: row.due_date,
    remarks: row.remarks,
    isProposed: row.is_proposed,
    source:
      row.document_id === null || row.source_line === null
        ? null
        : {
            documentId: row.document_id,
            documentTitle: row.document_title ?? "",
            clauseId: row.clause_id ?? "",
            line: row.source_line,
          },
    leads: leads.map((lead) => ({
      unitId: lead.unitId,
      unitName: lead.unitName,
      unitKind: lead.unitKind,
      isChosen: lead.isChosen,
      responsible: lead.responsible && describePost(lead.responsible),
    })),
    assists: [...assists],
    findings: [...own(check.refusals, false), ...own(check.warnings, true)],
  };
}

export const describePost = (post: HeldPost) => ({
  postId: post.postId,
  title: post.title,
  role: post.role,
  personName: post.personName,
});
