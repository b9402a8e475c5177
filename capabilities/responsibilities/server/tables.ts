import type { ReadUnitTable } from "#rooms/organizations/server/index.ts";
import type { ResponsibilityRole } from "#rooms/people/core/index.ts";
import type { ReadPeopleTables } from "#rooms/people/server/index.ts";
import type { TaskOrigin } from "#rooms/tasks/core/index.ts";
import type { ReadTaskTables } from "#rooms/tasks/server/index.ts";
import type { ListStatus } from "../core/index.ts";

export type ListRow = {
  area_code: string;
  id: string;
  title: string;
  year: number;
  drafter_unit_id: string;
  issuer_unit_id: string;
  document_id: string | null;
  parent_task_id: string | null;
  status: ListStatus;
  version: number;
  created_at: Date;
  created_by_name: string;
  changed_at: Date | null;
  changed_by_name: string | null;
  signed_on: string | null;
  signer_id: string | null;
  signer_name: string | null;
  signer_post: string | null;
  return_note: string | null;
};

/** What a batch found before it wrote. */
export interface BatchBefore {
  readonly items: readonly Pick<
    ItemRow,
    "id" | "origin" | "responsibility_role" | "due_date" | "is_proposed"
  >[];
  readonly units: readonly Pick<ItemUnitRow, "item_id" | "unit_id" | "role" | "post_id">[];
}

type EditRow = {
  area_code: string;
  list_id: string;
  version: number;
  at: Date;
  by_name: string;
  /** jsonb: text when written, parsed when read. */
  before: unknown;
};

export type ItemRow = {
  area_code: string;
  id: string;
  list_id: string;
  ordinal: number;
  origin: TaskOrigin;
  clause_id: string | null;
  content: string;
  target: string;
  measures: string;
  responsibility_role: ResponsibilityRole | null;
  due_date: string | null;
  remarks: string;
  is_proposed: boolean;
  version: number;
  changed_at: Date | null;
  changed_by_name: string | null;
  removed_at: Date | null;
};

export type ItemUnitRow = {
  area_code: string;
  item_id: string;
  unit_id: string;
  role: "lead" | "assist";
  post_id: string | null;
  removed_at: Date | null;
};

export type CommentRow = {
  area_code: string;
  id: string;
  list_id: string;
  /** The comment that this one answers. */
  reply_to_id: string | null;
  at: Date;
  person_id: string;
  person_name: string;
  post_title: string;
  unit_id: string;
  text: string;
};

export type ListTables = ReadUnitTable &
  ReadPeopleTables &
  ReadTaskTables & {
    "responsibilities.list": ListRow & { search_text: string };
    "responsibilities.edit": EditRow;
    "responsibilities.item": ItemRow;
    "responsibilities.item_unit": ItemUnitRow;
    "responsibilities.comment": CommentRow;
    "directives.read_clause": {
      area_code: string;
      id: string;
      document_id: string;
      document_title: string;
      source_line: number;
    };
    "evidence.read_link": {
      area_code: string;
      subject_kind: string;
      subject_id: string;
      withdrawn_at: Date | null;
    };
  };
