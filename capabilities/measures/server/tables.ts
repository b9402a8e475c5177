export type FrozenValueRow = {
  area_code: string;
  run_id: string;
  measure: string;
  unit_id: string;
  numerator: number;
  denominator: number;
  /** Text when written, the parsed list when read (jsonb). */
  records: unknown;
};

export type MeasureTables = { "measures.frozen_value": FrozenValueRow };
