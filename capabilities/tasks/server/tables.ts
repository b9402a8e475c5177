import type { ReadUnitTable } from "#rooms/organizations/server/index.ts";
import type { ResponsibilityRole } from "#rooms/people/core/index.ts";
import type { ReadPeopleTables } from "#rooms/people/server/index.ts";
import type { TaskAction, TaskOrigin, TaskStatus } from "../core/index.ts";

export type TaskRow = {
  area_code: string;
  id: string;
  parent_id: string | null;
  source_room: string;
  source_id: string;
  origin: TaskOrigin;
  title: string;
  content: string;
  unit_id: string;
  owner_post_id: string;
  owner_holding_id: string;
  responsibility_role: ResponsibilityRole | null;
  issuer_unit_id: string;
  drafter_unit_id: string;
  assigned_on: string;
  due_date: string;
  status: TaskStatus;
  version: number;
  opened_at: Date | null;
  submitted_on: string | null;
  closed_on: string | null;
  return_count: number;
  reopen_count: number;
  extension_requested_to: string | null;
  /** Text when written, parsed when read (jsonb): the steps as the core has them. */
  milestones: unknown;
  next_milestone_on: string | null;
};

export type ActionRow = {
  area_code: string;
  task_id: string;
  sequence: number;
  action: TaskAction;
  at: Date;
  entered_on: string;
  happened_on: string | null;
  person_id: string;
  person_name: string;
  post_title: string;
  unit_id: string;
  note: string | null;
  due_date: string | null;
  /** Text when written, parsed when read (jsonb). */
  milestones?: unknown;
  milestone?: number | null;
};

/** tasks.read_task and tasks.read_action: what other rooms may join. */
export type ReadTaskTables = {
  "tasks.read_task": Omit<TaskRow, "extension_requested_to" | "milestones">;
  "tasks.read_action": Omit<ActionRow, "person_id" | "milestones" | "milestone">;
};

export type TaskTables = ReadUnitTable &
  ReadPeopleTables &
  ReadTaskTables & {
    "tasks.task": TaskRow & { search_text: string };
    "tasks.action": ActionRow;
    "tasks.assisting_unit": { area_code: string; task_id: string; unit_id: string };
  };
