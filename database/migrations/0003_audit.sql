-- 审计: who did what to what, in which post, in the same transaction as the act. Append-only by grant:
-- the application role may insert and read, never change or delete.
CREATE SCHEMA audit;

CREATE TABLE audit.record (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid,
  person_name text,
  post_title text,
  unit_id uuid,
  action text COLLATE "C" NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  before jsonb,
  after jsonb,
  result text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  remote_address text,
  CONSTRAINT record_pk PRIMARY KEY (area_code, id),
  CONSTRAINT record_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT record_result_known CHECK (result IN ('done', 'refused'))
);
SELECT app.distribute('audit.record', 'area_code');
CREATE INDEX record_by_subject ON audit.record (area_code, subject_kind, subject_id, id);
SELECT app.guard('audit.record');
SELECT app.append_only('audit.record');
