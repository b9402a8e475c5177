-- 指标口径 and 考核: a run freezes its scheme, its inputs and its results, so that it can be repeated bit for bit.
CREATE SCHEMA measures;
CREATE SCHEMA assessments;

-- The frozen inputs of a run: per unit and measure the two integers and the records behind them.
CREATE TABLE measures.frozen_value (
  area_code text COLLATE "C" NOT NULL,
  run_id uuid NOT NULL,
  measure text COLLATE "C" NOT NULL,
  unit_id uuid NOT NULL,
  numerator bigint NOT NULL,
  denominator bigint NOT NULL,
  records jsonb NOT NULL,
  CONSTRAINT frozen_value_pk PRIMARY KEY (area_code, run_id, measure, unit_id),
  CONSTRAINT frozen_value_not_negative CHECK (numerator >= 0 AND denominator >= 0)
);
SELECT app.distribute('measures.frozen_value', 'area_code');
ALTER TABLE measures.frozen_value ADD CONSTRAINT frozen_value_of_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
SELECT app.guard('measures.frozen_value');
SELECT app.append_only('measures.frozen_value');

CREATE TABLE assessments.run (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  owner_unit_id uuid NOT NULL,
  scheme_code text COLLATE "C" NOT NULL,
  scheme_version integer NOT NULL,
  scheme jsonb NOT NULL,
  title text NOT NULL,
  group_name text NOT NULL,
  period_from date NOT NULL,
  cutoff date NOT NULL,
  frozen_at timestamptz NOT NULL,
  frozen_by_name text NOT NULL,
  input_digest text COLLATE "C" NOT NULL,
  CONSTRAINT run_pk PRIMARY KEY (area_code, id),
  CONSTRAINT run_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT run_title_given CHECK (length(title) BETWEEN 1 AND 200),
  CONSTRAINT run_digest_is_sha256 CHECK (input_digest ~ '^[0-9a-f]{64}$'),
  CONSTRAINT run_period_forward CHECK (cutoff >= period_from)
);
SELECT app.distribute('assessments.run', 'area_code');
ALTER TABLE assessments.run ADD CONSTRAINT run_of_owner
  FOREIGN KEY (area_code, owner_unit_id) REFERENCES organizations.unit (area_code, id);
CREATE INDEX run_by_owner ON assessments.run (area_code, owner_unit_id, frozen_at, id);
SELECT app.guard('assessments.run');
SELECT app.append_only('assessments.run');

-- Totals in ten-thousandths of a point, gaps likewise; null total = unranked (nothing was measurable).
-- ordinal is the unit's place in the tree when the run was frozen.
CREATE TABLE assessments.result (
  area_code text COLLATE "C" NOT NULL,
  run_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  unit_name text NOT NULL,
  ordinal integer NOT NULL,
  total bigint,
  rank integer,
  gap_to_first bigint,
  CONSTRAINT result_pk PRIMARY KEY (area_code, run_id, unit_id)
);
SELECT app.distribute('assessments.result', 'area_code');
ALTER TABLE assessments.result ADD CONSTRAINT result_of_run
  FOREIGN KEY (area_code, run_id) REFERENCES assessments.run (area_code, id);
ALTER TABLE assessments.result ADD CONSTRAINT result_of_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
SELECT app.guard('assessments.result');
SELECT app.append_only('assessments.result');

-- Scores in hundredths of a point, weights in basis points; null score = not applicable.
CREATE TABLE assessments.indicator_score (
  area_code text COLLATE "C" NOT NULL,
  run_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  measure text COLLATE "C" NOT NULL,
  numerator bigint NOT NULL,
  denominator bigint NOT NULL,
  score integer,
  rank integer,
  lost bigint NOT NULL,
  CONSTRAINT indicator_score_pk PRIMARY KEY (area_code, run_id, unit_id, measure),
  CONSTRAINT indicator_score_not_negative CHECK (numerator >= 0 AND denominator >= 0)
);
SELECT app.distribute('assessments.indicator_score', 'area_code');
ALTER TABLE assessments.indicator_score ADD CONSTRAINT indicator_score_of_run
  FOREIGN KEY (area_code, run_id) REFERENCES assessments.run (area_code, id);
SELECT app.guard('assessments.indicator_score');
SELECT app.append_only('assessments.indicator_score');

CREATE VIEW assessments.read_run WITH (security_invoker = true) AS
  SELECT r.area_code, r.id, r.owner_unit_id, r.scheme_code, r.scheme_version, r.scheme, r.title, r.group_name,
         r.period_from, r.cutoff, r.frozen_at, r.frozen_by_name, r.input_digest
  FROM assessments.run r;
SELECT app.publish('assessments.read_run');
