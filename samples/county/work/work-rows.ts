import { searchTextOf } from "#platform/database/index.ts";
import { digestOf } from "#platform/storage/index.ts";
import type { TableRows } from "../rows.ts";
import type { SampleDocument } from "./directive.ts";
import type { SampleItem, SampleList } from "./issue-list.ts";
import type { SampleEvidence, TaskCourse } from "./task-course.ts";
import type { SampleWork } from "./work-of-year.ts";

/**
 * The work as rows, in an order in which every foreign key finds what it points to. A list may hang on a task and a
 * task on an item, so tasks come before lists; their source is no foreign key.
 */
export const workRowsOf = ({ documents, lists, tasks }: SampleWork): TableRows[] => [
  ...documentRows(documents),
  ...taskRows(tasks),
  ...listRows(lists),
  ...evidenceRows(tasks),
];

const documentRows = (documents: readonly SampleDocument[]): TableRows[] => [
  {
    table: "directives.document",
    rows: documents.map((document) => ({
      id: document.id,
      unit_id: document.unitId,
      title: document.title,
      search_text: searchTextOf(document.title),
      document_number: document.number,
      year: document.year,
      document_date: document.date,
      file_name: document.fileName,
      format: "txt",
      sha256: digestOf(new TextEncoder().encode(document.content)),
      content: document.content,
      entered_at: document.enteredAt,
      entered_by_name: document.enteredByName,
    })),
  },
  {
    table: "directives.clause",
    rows: documents.flatMap(({ id, clauses }) =>
      clauses.map((clause, index) => ({
        id: clause.rowId,
        document_id: id,
        parent_id: clause.parentRowId,
        ordinal: index + 1,
        level: clause.level,
        marker: clause.marker,
        heading: clause.heading,
        text: clause.text,
        source_line: clause.sourceLine,
        start_offset: clause.start,
        end_offset: clause.end,
        requirement: clause.requirement,
        quantities: clause.quantities,
        deadlines: clause.deadlines,
        frequencies: clause.frequencies,
        organizations: clause.organizations,
      })),
    ),
  },
];

const taskRows = (tasks: readonly TaskCourse[]): TableRows[] => [
  { table: "tasks.task", rows: tasks.map(taskRow) },
  { table: "tasks.action", rows: tasks.flatMap(actionRows) },
  {
    table: "tasks.assisting_unit",
    rows: tasks.flatMap(({ id, birth }) =>
      birth.assistingIds.map((unitId) => ({ task_id: id, unit_id: unitId })),
    ),
  },
];

const taskRow = ({ id, birth, state, openedAt }: TaskCourse) => ({
  id,
  parent_id: birth.parentId,
  source_room: "responsibilities",
  source_id: birth.sourceId,
  origin: birth.origin,
  title: birth.duty.title,
  search_text: searchTextOf(birth.duty.title),
  content: birth.duty.content,
  unit_id: birth.unit.id,
  owner_post_id: birth.owner.post.id,
  owner_holding_id: birth.owner.id,
  responsibility_role: birth.role,
  issuer_unit_id: birth.issuer.id,
  drafter_unit_id: birth.drafter.id,
  assigned_on: birth.assignedOn,
  due_date: state.dueDate,
  status: state.status,
  version: state.version,
  opened_at: openedAt,
  submitted_on: state.submittedOn,
  closed_on: state.closedOn,
  return_count: state.returnCount,
  reopen_count: state.reopenCount,
  extension_requested_to: state.extensionRequestedTo,
  milestones: state.milestones,
  next_milestone_on: state.nextMilestoneOn,
});

const actionRows = ({ id, log }: TaskCourse) =>
  log.map((action) => ({
    task_id: id,
    sequence: action.sequence,
    action: action.action,
    at: action.at,
    entered_on: action.enteredOn,
    happened_on: action.happenedOn,
    person_id: action.by.person.id,
    person_name: action.by.person.name,
    post_title: action.by.post.title,
    unit_id: action.unitId,
    note: action.note,
    due_date: action.dueDate,
    milestones: action.milestones ?? null,
    milestone: action.milestone ?? null,
  }));

const listRows = (lists: readonly SampleList[]): TableRows[] => [
  { table: "responsibilities.list", rows: lists.map(listRow) },
  {
    table: "responsibilities.item",
    rows: lists.flatMap(({ id, items }) => items.map((item, at) => itemRow(id, item, at))),
  },
  {
    table: "responsibilities.item_unit",
    rows: lists.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.units.map((unit) => ({
          item_id: item.id,
          unit_id: unit.unitId,
          role: unit.role,
          post_id: unit.postId,
          removed_at: null,
        })),
      ),
    ),
  },
  {
    table: "directives.clause_use",
    rows: lists.flatMap((list) =>
      list.items.flatMap(({ id, clauseId }) =>
        clauseId === null
          ? []
          : [
              {
                clause_id: clauseId,
                subject_kind: "listItem",
                subject_id: id,
                list_id: list.id,
                used_at: list.createdAt,
                ended_at: null,
              },
            ],
      ),
    ),
  },
];

const listRow = (list: SampleList) => ({
  id: list.id,
  title: list.title,
  search_text: searchTextOf(list.title),
  year: list.year,
  drafter_unit_id: list.drafter.id,
  issuer_unit_id: list.issuer.id,
  document_id: list.document?.id ?? null,
  parent_task_id: list.parentTaskId,
  status: list.status,
  created_at: list.createdAt,
  created_by_name: list.createdByName,
  signed_on: list.signedOn,
  signer_id: list.signer?.person.id ?? null,
  signer_name: list.signer?.person.name ?? null,
  signer_post: list.signer?.post.title ?? null,
  return_note: null,
});

const itemRow = (listId: string, item: SampleItem, index: number) => ({
  id: item.id,
  list_id: listId,
  ordinal: index + 1,
  origin: item.origin,
  clause_id: item.clauseId,
  content: item.duty.content,
  target: item.duty.target,
  measures: item.duty.measures,
  responsibility_role: item.duty.role,
  due_date: item.dueDate,
  removed_at: null,
});

const evidenceRows = (tasks: readonly TaskCourse[]): TableRows[] => [
  {
    table: "evidence.item",
    rows: tasks.flatMap(({ birth, evidence }) => evidence.map((each) => evidenceRow(birth.unit.id, each))),
  },
  {
    table: "evidence.link",
    rows: tasks.flatMap(({ id, evidence }) =>
      evidence.map((each) => ({
        evidence_id: each.id,
        subject_kind: "task",
        subject_id: id,
        linked_at: each.enteredAt,
        linked_by_id: each.by.person.id,
        withdrawn_at: null,
      })),
    ),
  },
];

const evidenceRow = (unitId: string, evidence: SampleEvidence) => {
  const bytes = evidence.fileText === null ? null : new TextEncoder().encode(evidence.fileText);
  return {
    id: evidence.id,
    unit_id: unitId,
    kind: bytes ? "file" : "note",
    title: evidence.title,
    note: evidence.note,
    happened_on: evidence.happenedOn,
    entered_at: evidence.enteredAt,
    entered_on: evidence.enteredOn,
    entered_by_id: evidence.by.person.id,
    entered_by_name: evidence.by.person.name,
    file_name: bytes ? `${evidence.title}.txt` : null,
    media_type: bytes ? "text/plain; charset=utf-8" : null,
    size_bytes: bytes?.length ?? null,
    sha256: bytes ? digestOf(bytes) : null,
  };
};
