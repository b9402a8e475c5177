-- 通报: drafted, checked, signed, numbered, its circle named, frozen on issue.
CREATE SCHEMA bulletins;

-- body holds what people write (good practice, next steps, copies); everything that has a number in it is composed
-- from the run. issued_document and sha256 are the text and the file as they went out; neither changes afterwards.
CREATE TABLE bulletins.bulletin (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  issuer_unit_id uuid NOT NULL,
  drafter_unit_id uuid NOT NULL,
  run_id uuid NOT NULL,
  title text NOT NULL,
  body jsonb NOT NULL,
  circle text NOT NULL,
  status text COLLATE "C" NOT NULL,
  version integer NOT NULL DEFAULT 1,
  drafted_at timestamptz NOT NULL,
  drafted_by_id uuid NOT NULL,
  drafted_by_name text NOT NULL,
  -- Everyone who wrote in it: none of them may check it.
  author_ids uuid[] NOT NULL,
  checked_by_id uuid,
  checked_by_name text,
  checked_at timestamptz,
  signer_id uuid,
  signer_name text,
  signed_on date,
  number_prefix text NOT NULL,
  number_year integer,
  number_serial integer,
  document_number text,
  issued_document jsonb,
  sha256 text COLLATE "C",
  withdrawn_on date,
  withdrawn_reason text,
  CONSTRAINT bulletin_pk PRIMARY KEY (area_code, id),
  CONSTRAINT bulletin_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT bulletin_status_known CHECK (status IN ('draft', 'checked', 'issued', 'withdrawn')),
  CONSTRAINT bulletin_title_given CHECK (length(title) BETWEEN 1 AND 200),
  CONSTRAINT bulletin_number_prefix_given CHECK (length(number_prefix) BETWEEN 1 AND 20),
  CONSTRAINT bulletin_checked_by_another CHECK (checked_by_id IS NULL OR checked_by_id <> ALL (author_ids)),
  CONSTRAINT bulletin_withdrawn_with_reason CHECK (status <> 'withdrawn' OR withdrawn_reason IS NOT NULL),
  CONSTRAINT bulletin_number_once UNIQUE (area_code, issuer_unit_id, number_prefix, number_year, number_serial),
  CONSTRAINT bulletin_issued_whole CHECK (status <> 'issued' OR (
    signer_id IS NOT NULL AND signed_on IS NOT NULL AND document_number IS NOT NULL AND number_serial IS NOT NULL
    AND checked_by_id IS NOT NULL AND issued_document IS NOT NULL AND sha256 IS NOT NULL))
);
SELECT app.distribute('bulletins.bulletin', 'area_code');
ALTER TABLE bulletins.bulletin ADD CONSTRAINT bulletin_from_issuer
  FOREIGN KEY (area_code, issuer_unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE bulletins.bulletin ADD CONSTRAINT bulletin_from_drafter
  FOREIGN KEY (area_code, drafter_unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE bulletins.bulletin ADD CONSTRAINT bulletin_of_run
  FOREIGN KEY (area_code, run_id) REFERENCES assessments.run (area_code, id);
CREATE INDEX bulletin_by_issuer ON bulletins.bulletin (area_code, issuer_unit_id, drafted_at);
-- One result is announced once; a wrong bulletin is withdrawn before another goes out.
CREATE UNIQUE INDEX bulletin_one_issued_per_run ON bulletins.bulletin (area_code, run_id) WHERE status = 'issued';
SELECT app.guard('bulletins.bulletin');

-- The last serial of an issuer's series and year; taken in the transaction of the issue, so that none is skipped.
CREATE TABLE bulletins.numbering (
  area_code text COLLATE "C" NOT NULL,
  issuer_unit_id uuid NOT NULL,
  number_prefix text NOT NULL,
  number_year integer NOT NULL,
  last_serial integer NOT NULL,
  CONSTRAINT numbering_pk PRIMARY KEY (area_code, issuer_unit_id, number_prefix, number_year),
  CONSTRAINT numbering_from_one CHECK (last_serial >= 1)
);
SELECT app.distribute('bulletins.numbering', 'area_code');
ALTER TABLE bulletins.numbering ADD CONSTRAINT numbering_of_issuer
  FOREIGN KEY (area_code, issuer_unit_id) REFERENCES organizations.unit (area_code, id);
SELECT app.guard('bulletins.numbering');

-- 发送范围: the units to which an issued bulletin went; they may read it.
CREATE TABLE bulletins.receiver (
  area_code text COLLATE "C" NOT NULL,
  bulletin_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  CONSTRAINT receiver_pk PRIMARY KEY (area_code, bulletin_id, unit_id)
);
SELECT app.distribute('bulletins.receiver', 'area_code');
ALTER TABLE bulletins.receiver ADD CONSTRAINT receiver_of_bulletin
  FOREIGN KEY (area_code, bulletin_id) REFERENCES bulletins.bulletin (area_code, id);
ALTER TABLE bulletins.receiver ADD CONSTRAINT receiver_is_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
CREATE INDEX receiver_by_unit ON bulletins.receiver (area_code, unit_id);
SELECT app.guard('bulletins.receiver');
SELECT app.append_only('bulletins.receiver');

-- Who did what to a bulletin, and why.
CREATE TABLE bulletins.step (
  area_code text COLLATE "C" NOT NULL,
  bulletin_id uuid NOT NULL,
  sequence integer NOT NULL,
  act text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid NOT NULL,
  person_name text NOT NULL,
  post_title text NOT NULL,
  note text,
  CONSTRAINT step_pk PRIMARY KEY (area_code, bulletin_id, sequence),
  CONSTRAINT step_act_known CHECK (act IN ('draft', 'edit', 'check', 'sendBack', 'sign', 'withdraw'))
);
SELECT app.distribute('bulletins.step', 'area_code');
ALTER TABLE bulletins.step ADD CONSTRAINT step_of_bulletin
  FOREIGN KEY (area_code, bulletin_id) REFERENCES bulletins.bulletin (area_code, id);
SELECT app.guard('bulletins.step');
SELECT app.append_only('bulletins.step');
