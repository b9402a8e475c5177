import type { Sector, UnitKind } from "../core/index.ts";

/** organizations.read_unit: the tree as it stands today, open for reading to every room. */
export type ReadUnit = {
  area_code: string;
  id: string;
  name: string;
  full_name: string;
  kind: UnitKind;
  sector: Sector | null;
  official_code: string;
  parent_id: string | null;
  system_parent_id: string | null;
  drafts_for_id: string | null;
  path: string;
  system_path: string | null;
  member_count: number;
  search_text: string;
};

export type ReadUnitTable = {
  "organizations.read_unit": ReadUnit;
  /** Units that are or were, as they stand or last stood. */
  "organizations.read_known_unit": ReadUnit;
};

export type OrganizationTables = ReadUnitTable & {
  "organizations.unit": {
    area_code: string;
    id: string;
    founded_on: string;
    abolished_on: string | null;
  };
  "organizations.unit_version": Omit<ReadUnit, "id"> & {
    id: string;
    unit_id: string;
    valid_from: string;
    valid_to: string | null;
  };
};
