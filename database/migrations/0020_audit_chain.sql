-- 审计链: who did it in full, and the seals that link the records of an area by SM3. Records are written in the
-- act's own transaction, seals afterwards by the sealer; both only grow.

SET LOCAL citus.multi_shard_modify_mode = 'sequential';
ALTER TABLE audit.record ADD COLUMN person_id uuid;
ALTER TABLE audit.record ADD COLUMN holding_id uuid;
ALTER TABLE audit.record ADD COLUMN post_kind text COLLATE "C";
ALTER TABLE audit.record ADD COLUMN unit_name text;
ALTER TABLE audit.record ADD COLUMN subject_title text;
-- The seal covers these texts byte for byte; jsonb would write them anew in its own way.
ALTER TABLE audit.record ALTER COLUMN before TYPE text USING before::text;
ALTER TABLE audit.record ALTER COLUMN after TYPE text USING after::text;
-- The transaction that wrote the record: by it the sealer knows from where on unsealed ones may still appear
-- (docs/decisions/0010). A hint for finding, not part of what is sealed.
ALTER TABLE audit.record ADD COLUMN written_by xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX record_by_writer ON audit.record (area_code, written_by, id);
CREATE INDEX record_by_time ON audit.record (area_code, at, id);

-- One link: the n-th record of an area, and the digest over it and the link before. No foreign key to the record:
-- verification must be able to say that a record is gone.
CREATE TABLE audit.seal (
  area_code text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  record_id uuid NOT NULL,
  digest bytea NOT NULL,
  sealed_at timestamptz NOT NULL,
  unsealed_from xid8 NOT NULL,
  CONSTRAINT seal_pk PRIMARY KEY (area_code, sequence),
  CONSTRAINT seal_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT seal_sequence_from_one CHECK (sequence >= 1),
  CONSTRAINT seal_digest_length CHECK (octet_length(digest) = 32),
  CONSTRAINT seal_record_once UNIQUE (area_code, record_id)
);
SELECT app.distribute('audit.seal', 'area_code');
SELECT app.guard('audit.seal');
SELECT app.append_only('audit.seal');

-- 归档: a stretch of the chain that was written to files. When the owner has removed it, verification goes on
-- after it from last_digest.
CREATE TABLE audit.archive (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  first_sequence bigint NOT NULL,
  last_sequence bigint NOT NULL,
  previous_digest bytea NOT NULL,
  last_digest bytea NOT NULL,
  manifest_digest bytea NOT NULL,
  archived_at timestamptz NOT NULL,
  CONSTRAINT archive_pk PRIMARY KEY (area_code, id),
  CONSTRAINT archive_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT archive_sequence_forward CHECK (first_sequence >= 1 AND last_sequence >= first_sequence),
  CONSTRAINT archive_digest_length CHECK (octet_length(previous_digest) = 32 AND octet_length(last_digest) = 32
    AND octet_length(manifest_digest) = 32)
);
SELECT app.distribute('audit.archive', 'area_code');
CREATE INDEX archive_by_sequence ON audit.archive (area_code, last_sequence);
SELECT app.guard('audit.archive');
SELECT app.append_only('audit.archive');
