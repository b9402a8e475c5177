import type { ReadUnitTable } from "#rooms/organizations/server/index.ts";
import type { ReadPeopleTables } from "#rooms/people/server/index.ts";
import type { RequestStatus } from "../core/index.ts";

export type SignInMethod = "password" | "singleSignOn";

type AccountTable = {
  area_code: string;
  id: string;
  person_id: string;
  login_name: string;
  password_hash: string;
  demo: boolean;
  created_at: Date;
  password_must_change: boolean;
  password_set_at: Date | null;
  suspended_at: Date | null;
  last_sign_in_at: Date | null;
  last_sign_in_from: string | null;
  failures_since_sign_in: number;
};

type SessionTable = {
  area_code: string;
  token_digest: Buffer;
  account_id: string;
  acting_holding_id: string | null;
  created_at: Date;
  used_at: Date;
  ended_at: Date | null;
  method: SignInMethod | null;
  user_agent: string | null;
  remote_address: string | null;
  factor_passed_at: Date | null;
  identified_at: Date | null;
  former_sign_in_at: Date | null;
  former_sign_in_from: string | null;
  failures_before: number | null;
  trip_digest: Buffer | null;
  challenge: string | null;
  challenge_expires_at: Date | null;
};

type FactorTables = {
  "access.passkey": {
    area_code: string;
    id: string;
    account_id: string;
    name: string;
    credential_id: string;
    public_key: Buffer;
    sign_count: number;
    transports: string[];
    rp_id: string;
    added_at: Date;
    used_at: Date | null;
    removed_at: Date | null;
  };
  "access.authenticator": {
    area_code: string;
    id: string;
    account_id: string;
    sealed_secret: Buffer;
    begun_at: Date;
    confirmed_at: Date | null;
    used_at: Date | null;
    last_time_step: number | null;
    removed_at: Date | null;
  };
  "access.recovery_code": {
    area_code: string;
    id: string;
    account_id: string;
    code_digest: Buffer;
    made_at: Date;
    used_at: Date | null;
    withdrawn_at: Date | null;
  };
};

export type AccessTables = ReadUnitTable &
  ReadPeopleTables &
  FactorTables & {
    "app.area": { code: string; name: string; demo: boolean };
    "access.account": AccountTable;
    "access.session": SessionTable;
    "access.sign_in_guard": {
      area_code: string;
      key: string;
      failures: number;
      last_failed_at: Date | null;
      locked_until: Date | null;
    };
    "access.request": {
      area_code: string;
      id: string;
      kind: string;
      /** Text when written, parsed when read (jsonb). */
      payload: unknown;
      words: string;
      reason: string;
      status: RequestStatus;
      asked_at: Date;
      asked_by_id: string;
      asked_by_name: string;
      decided_at: Date | null;
      decided_by_id: string | null;
      decided_by_name: string | null;
      note: string | null;
    };
    "access.named_grant": {
      area_code: string;
      id: string;
      person_id: string;
      subject_kind: string;
      subject_id: string;
      granted_from: string;
      granted_to: string;
      reason: string;
      ended_on: string | null;
    };
    "access.linked_identity": {
      area_code: string;
      id: string;
      account_id: string;
      issuer: string;
      subject: string;
      linked_at: Date;
      used_at: Date | null;
      removed_at: Date | null;
    };
  };
