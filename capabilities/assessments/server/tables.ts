import type { ReadUnitTable } from "#rooms/organizations/server/index.ts";

export type RunRow = {
  area_code: string;
  id: string;
  owner_unit_id: string;
  scheme_code: string;
  scheme_version: number;
  /** Text when written, parsed when read (jsonb): the scheme in force with its measures. */
  scheme: unknown;
  title: string;
  group_name: string;
  period_from: string;
  cutoff: string;
  frozen_at: Date;
  frozen_by_name: string;
  input_digest: string;
};

export type ResultRow = {
  area_code: string;
  run_id: string;
  unit_id: string;
  unit_name: string;
  ordinal: number;
  total: number | null;
  rank: number | null;
  gap_to_first: number | null;
};

export type IndicatorScoreRow = {
  area_code: string;
  run_id: string;
  unit_id: string;
  measure: string;
  numerator: number;
  denominator: number;
  score: number | null;
  rank: number | null;
  lost: number;
};

export type AssessmentTables = ReadUnitTable & {
  "assessments.run": RunRow;
  "assessments.result": ResultRow;
  "assessments.indicator_score": IndicatorScoreRow;
};
