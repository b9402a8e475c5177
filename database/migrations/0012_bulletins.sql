-- 通报: drafted, checked, signed, numbered, its circle named, frozen on issue.
CREATE SCHEMA bulletins;

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
  checked_by_id uuid,
  checked_by_name text,
  checked_at timestamptz,
  signer_id uuid,
  signer_name text,
  signed_on date,
  number_year integer,
  number_serial integer,
  document_number text,
  sha256 text COLLATE "C",
  CONSTRAINT bulletin_pk PRIMARY KEY (area_code, id),
  CONSTRAINT bulletin_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT bulletin_status_known CHECK (status IN ('draft', 'checked', 'issued', 'withdrawn')),
  CONSTRAINT bulletin_number_once UNIQUE (area_code, issuer_unit_id, number_year, number_serial),
  CONSTRAINT bulletin_issued_whole CHECK (status <> 'issued' OR (
    signer_id IS NOT NULL AND signed_on IS NOT NULL AND document_number IS NOT NULL AND sha256 IS NOT NULL))
);
SELECT app.distribute('bulletins.bulletin', 'area_code');
ALTER TABLE bulletins.bulletin ADD CONSTRAINT bulletin_from_issuer
  FOREIGN KEY (area_code, issuer_unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE bulletins.bulletin ADD CONSTRAINT bulletin_from_drafter
  FOREIGN KEY (area_code, drafter_unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE bulletins.bulletin ADD CONSTRAINT bulletin_of_run
  FOREIGN KEY (area_code, run_id) REFERENCES assessments.run (area_code, id);
CREATE INDEX bulletin_by_issuer ON bulletins.bulletin (area_code, issuer_unit_id, drafted_at);
SELECT app.guard('bulletins.bulletin');
