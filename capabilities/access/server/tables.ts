import type { ReadUnitTable } from "#rooms/organizations/server/index.ts";
import type { ReadPeopleTables } from "#rooms/people/server/index.ts";

export type AccessTables = ReadUnitTable &
  ReadPeopleTables & {
    "app.area": { code: string; name: string; demo: boolean };
    "access.account": {
      area_code: string;
      id: string;
      person_id: string;
      login_name: string;
      password_hash: string;
      demo: boolean;
      created_at: Date;
      failed_attempts: number;
      locked_until: Date | null;
    };
    "access.session": {
      area_code: string;
      token_digest: Buffer;
      account_id: string;
      acting_holding_id: string | null;
      created_at: Date;
      used_at: Date;
      ended_at: Date | null;
    };
  };
