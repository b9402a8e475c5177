-- 三员: what one administrator asks for another approves; nothing is opened or granted before. What takes rights away
-- needs no second person. A grant by name lets one person read one thing for a stated time, whatever his post.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
SET LOCAL citus.enable_local_reference_table_foreign_keys = off;

CREATE TABLE access.request (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  payload jsonb NOT NULL,
  words text NOT NULL,
  reason text NOT NULL,
  status text COLLATE "C" NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by_id uuid NOT NULL,
  asked_by_name text NOT NULL,
  decided_at timestamptz,
  decided_by_id uuid,
  decided_by_name text,
  note text,
  CONSTRAINT request_pk PRIMARY KEY (area_code, id),
  CONSTRAINT request_kind_known CHECK (kind IN ('openAccount', 'resetPassword', 'appoint', 'grantByName')),
  CONSTRAINT request_status_known CHECK (status IN ('pending', 'approved', 'refused', 'withdrawn')),
  CONSTRAINT request_reason_given CHECK (length(reason) BETWEEN 1 AND 500),
  CONSTRAINT request_decided_whole CHECK ((status = 'pending') = (decided_at IS NULL)),
  CONSTRAINT request_not_decided_by_asker CHECK (status NOT IN ('approved', 'refused') OR decided_by_id <> asked_by_id)
);
SELECT app.distribute('access.request', 'area_code');
CREATE INDEX request_by_status ON access.request (area_code, status, id);
SELECT app.guard('access.request');

CREATE TABLE access.named_grant (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  subject_id uuid NOT NULL,
  granted_from date NOT NULL,
  granted_to date NOT NULL,
  reason text NOT NULL,
  ended_on date,
  CONSTRAINT named_grant_pk PRIMARY KEY (area_code, id),
  CONSTRAINT named_grant_kind_known CHECK (subject_kind IN ('list')),
  CONSTRAINT named_grant_runs_forward CHECK (granted_to >= granted_from)
);
SELECT app.distribute('access.named_grant', 'area_code');
ALTER TABLE access.named_grant ADD CONSTRAINT named_grant_of_person
  FOREIGN KEY (area_code, person_id) REFERENCES people.person (area_code, id);
CREATE INDEX named_grant_by_person ON access.named_grant (area_code, person_id, granted_to);
SELECT app.guard('access.named_grant');

CREATE VIEW people.read_person WITH (security_invoker = true) AS
  SELECT p.area_code, p.id, p.name FROM people.person p;
SELECT app.publish('people.read_person');
