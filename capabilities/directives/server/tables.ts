import type { ReadUnitTable } from "#rooms/organizations/server/index.ts";
import type { Deadline, Frequency, Organization, Quantity } from "../core/index.ts";

export type DocumentRow = {
  area_code: string;
  id: string;
  unit_id: string;
  title: string;
  document_number: string | null;
  year: number;
  document_date: string | null;
  file_name: string;
  format: "txt" | "docx";
  sha256: string;
  content: string;
  version: number;
  entered_at: Date;
  entered_by_name: string;
  changed_at: Date | null;
  changed_by_name: string | null;
};

type ClauseRow = {
  area_code: string;
  id: string;
  document_id: string;
  parent_id: string | null;
  ordinal: number;
  level: number;
  marker: string | null;
  heading: string | null;
  text: string;
  source_line: number;
  start_offset: number;
  end_offset: number;
  requirement: boolean;
  quantities: Quantity[];
  deadlines: Deadline[];
  frequencies: Frequency[];
  organizations: Organization[];
  edited: boolean;
  dropped_at: Date | null;
  merged_into_id: string | null;
};

export type DirectiveTables = ReadUnitTable & {
  "directives.document": DocumentRow & { search_text: string };
  "directives.clause": ClauseRow;
  "directives.edit": {
    area_code: string;
    document_id: string;
    version: number;
    kind: string;
    at: Date;
    by_name: string;
    change: string;
  };
  "directives.clause_use": {
    area_code: string;
    clause_id: string;
    subject_kind: string;
    subject_id: string;
    list_id: string;
    used_at: Date;
    ended_at: Date | null;
  };
};
