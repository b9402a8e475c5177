import type { ReadUnitTable } from "#rooms/organizations/server/index.ts";
import type { BulletinAct, BulletinStatus } from "../core/index.ts";

export type BulletinRow = {
  area_code: string;
  id: string;
  issuer_unit_id: string;
  drafter_unit_id: string;
  run_id: string;
  title: string;
  /** jsonb: text when written, parsed when read. */
  body: unknown;
  circle: string;
  status: BulletinStatus;
  version: number;
  drafted_at: Date;
  drafted_by_id: string;
  drafted_by_name: string;
  author_ids: string[];
  checked_by_id: string | null;
  checked_by_name: string | null;
  checked_at: Date | null;
  signer_id: string | null;
  signer_name: string | null;
  signed_on: string | null;
  number_prefix: string;
  number_year: number | null;
  number_serial: number | null;
  document_number: string | null;
  issued_document: unknown;
  sha256: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
};

export type StepRow = {
  area_code: string;
  bulletin_id: string;
  sequence: number;
  act: BulletinAct;
  at: Date;
  person_id: string;
  person_name: string;
  post_title: string;
  note: string | null;
};

export type BulletinTables = ReadUnitTable & {
  "assessments.read_run": { area_code: string; id: string; title: string };
  "bulletins.bulletin": BulletinRow & { search_text: string };
  "bulletins.step": StepRow;
  "bulletins.receiver": { area_code: string; bulletin_id: string; unit_id: string };
  "bulletins.numbering": {
    area_code: string;
    issuer_unit_id: string;
    number_prefix: string;
    number_year: number;
    last_serial: number;
  };
  "app.area": { code: string; name: string; demo: boolean };
};
