/** The room's tables as Kysely sees them. Digests are bytes; xid8 travels as text. */
export type AuditTables = {
  "app.area": { code: string; name: string };
  "audit.record": {
    area_code: string;
    id: string;
    at: Date;
    account_id: string | null;
    person_id: string | null;
    person_name: string | null;
    holding_id: string | null;
    post_kind: string | null;
    post_title: string | null;
    unit_id: string | null;
    unit_name: string | null;
    action: string;
    subject_kind: string;
    subject_id: string;
    subject_title: string | null;
    before: string | null;
    after: string | null;
    result: AuditResult;
    request_id: string;
    remote_address: string | null;
  };
  "audit.seal": {
    area_code: string;
    sequence: number;
    record_id: string;
    digest: Buffer;
    sealed_at: Date;
    unsealed_from: string;
  };
  "audit.archive": {
    area_code: string;
    id: string;
    first_sequence: number;
    last_sequence: number;
    previous_digest: Buffer;
    last_digest: Buffer;
    manifest_digest: Buffer;
    archived_at: Date;
  };
};

export type AuditResult = "done" | "refused";
