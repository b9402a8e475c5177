import { type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import { isSlipped, lampOf, workdaysLate } from "../core/index.ts";
import type { TaskListRow } from "./store/list-tasks.ts";

/** A row of the ledger as the wire shows it, with what follows from today's calendar. */
export function describeTask(row: TaskListRow, today: PlainDate, calendar: WorkCalendar) {
  const state = {
    status: row.status,
    dueDate: plainDate(row.due_date),
    submittedOn: row.submitted_on === null ? null : plainDate(row.submitted_on),
    nextMilestoneOn: row.next_milestone_on === null ? null : plainDate(row.next_milestone_on),
  };
  return {
    id: row.id,
    title: row.title,
    origin: row.origin,
    unitId: row.unit_id,
    unitName: row.unit_name,
    ownerName: row.owner_name,
    ownerPost: row.owner_post,
    issuerName: row.issuer_name,
    dueDate: row.due_date,
    assignedOn: row.assigned_on,
    submittedOn: row.submitted_on,
    closedOn: row.closed_on,
    status: row.status,
    lamp: lampOf(state, today, calendar),
    workdaysLate: workdaysLate(state, today, calendar),
    isSlipped: isSlipped(state, today, calendar),
    openedAt: row.opened_at?.toISOString() ?? null,
    returnCount: row.return_count,
    reopenCount: row.reopen_count,
  };
}
