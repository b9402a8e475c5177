-- 文件分解: a superior document, its clauses with their place in the source, and what the officer made of them.
CREATE SCHEMA directives;

CREATE TABLE directives.document (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  title text NOT NULL,
  document_number text,
  year integer NOT NULL,
  document_date date,
  file_name text NOT NULL,
  format text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  content text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  entered_at timestamptz NOT NULL,
  entered_by_name text NOT NULL,
  changed_at timestamptz,
  changed_by_name text,
  CONSTRAINT document_pk PRIMARY KEY (area_code, id),
  CONSTRAINT document_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT document_format_known CHECK (format IN ('txt', 'docx')),
  CONSTRAINT document_year_plausible CHECK (year BETWEEN 1949 AND 2100),
  CONSTRAINT document_title_given CHECK (length(title) BETWEEN 1 AND 200)
);
SELECT app.distribute('directives.document', 'area_code');
ALTER TABLE directives.document ADD CONSTRAINT document_of_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
CREATE INDEX document_by_unit ON directives.document (area_code, unit_id, entered_at);
CREATE UNIQUE INDEX document_digest_once ON directives.document (area_code, unit_id, sha256);
SELECT app.guard('directives.document');

-- dropped_at: the officer put the clause aside; it stays readable and can be taken back.
-- merged_into_id: its words stand in that clause now; the row stays for what was assigned from it.
CREATE TABLE directives.clause (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  parent_id uuid,
  ordinal integer NOT NULL,
  level integer NOT NULL,
  marker text,
  heading text,
  text text NOT NULL,
  source_line integer NOT NULL,
  start_offset integer NOT NULL,
  end_offset integer NOT NULL,
  requirement boolean NOT NULL,
  quantities jsonb NOT NULL,
  deadlines jsonb NOT NULL,
  frequencies jsonb NOT NULL,
  organizations jsonb NOT NULL,
  edited boolean NOT NULL DEFAULT false,
  dropped_at timestamptz,
  merged_into_id uuid,
  CONSTRAINT clause_pk PRIMARY KEY (area_code, id),
  CONSTRAINT clause_offsets_forward CHECK (end_offset >= start_offset AND start_offset >= 0),
  CONSTRAINT clause_level_counts CHECK (level >= 1)
);
SELECT app.distribute('directives.clause', 'area_code');
ALTER TABLE directives.clause ADD CONSTRAINT clause_of_document
  FOREIGN KEY (area_code, document_id) REFERENCES directives.document (area_code, id);
ALTER TABLE directives.clause ADD CONSTRAINT clause_parent
  FOREIGN KEY (area_code, parent_id) REFERENCES directives.clause (area_code, id);
ALTER TABLE directives.clause ADD CONSTRAINT clause_merged_into
  FOREIGN KEY (area_code, merged_into_id) REFERENCES directives.clause (area_code, id);
CREATE INDEX clause_by_document ON directives.clause (area_code, document_id, ordinal);
SELECT app.guard('directives.clause');

-- What an edit changed, as it was before: the row of the latest version takes it back.
CREATE TABLE directives.edit (
  area_code text COLLATE "C" NOT NULL,
  document_id uuid NOT NULL,
  version integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  change jsonb NOT NULL,
  CONSTRAINT edit_pk PRIMARY KEY (area_code, document_id, version),
  CONSTRAINT edit_kind_known CHECK (kind IN ('text', 'requirement', 'merge', 'split', 'drop', 'takeBack'))
);
SELECT app.distribute('directives.edit', 'area_code');
ALTER TABLE directives.edit ADD CONSTRAINT edit_of_document
  FOREIGN KEY (area_code, document_id) REFERENCES directives.document (area_code, id);
SELECT app.guard('directives.edit');
SELECT app.append_only('directives.edit');

-- Where a clause was taken up (an item of a responsibility list): written by the room that takes it up.
CREATE TABLE directives.clause_use (
  area_code text COLLATE "C" NOT NULL,
  clause_id uuid NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  subject_id uuid NOT NULL,
  list_id uuid NOT NULL,
  used_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT clause_use_pk PRIMARY KEY (area_code, clause_id, subject_kind, subject_id)
);
SELECT app.distribute('directives.clause_use', 'area_code');
ALTER TABLE directives.clause_use ADD CONSTRAINT clause_use_of_clause
  FOREIGN KEY (area_code, clause_id) REFERENCES directives.clause (area_code, id);
CREATE INDEX clause_use_by_subject ON directives.clause_use (area_code, subject_kind, subject_id);
SELECT app.guard('directives.clause_use');

CREATE VIEW directives.read_clause WITH (security_invoker = true) AS
  SELECT c.area_code, c.id, c.document_id, c.parent_id, c.ordinal, c.level, c.marker, c.heading, c.text,
         c.source_line, c.requirement, c.quantities, c.deadlines, c.frequencies, c.organizations,
         c.dropped_at IS NOT NULL AS dropped,
         c.merged_into_id IS NOT NULL AS merged, d.title AS document_title, d.document_number, d.unit_id, d.year
  FROM directives.clause c
  JOIN directives.document d ON d.area_code = c.area_code AND d.id = c.document_id;
SELECT app.publish('directives.read_clause');
