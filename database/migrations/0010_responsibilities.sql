-- 责任清单: a list belongs to a year and an organization, is drafted by a department or group, and is issued in
-- the name of the committee that may instruct the receivers.
CREATE SCHEMA responsibilities;

CREATE TABLE responsibilities.list (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  year integer NOT NULL,
  drafter_unit_id uuid NOT NULL,
  issuer_unit_id uuid NOT NULL,
  document_id uuid,
  parent_task_id uuid,
  status text COLLATE "C" NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by_name text NOT NULL,
  changed_at timestamptz,
  changed_by_name text,
  signed_on date,
  signer_id uuid,
  signer_name text,
  signer_post text,
  return_note text,
  CONSTRAINT list_pk PRIMARY KEY (area_code, id),
  CONSTRAINT list_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT list_title_given CHECK (length(title) BETWEEN 1 AND 200),
  CONSTRAINT list_status_known CHECK (status IN ('draft', 'forSignature', 'published', 'cancelled')),
  CONSTRAINT list_published_is_signed CHECK (
    status <> 'published' OR (signed_on IS NOT NULL AND signer_id IS NOT NULL))
);
SELECT app.distribute('responsibilities.list', 'area_code');
ALTER TABLE responsibilities.list ADD CONSTRAINT list_from_drafter
  FOREIGN KEY (area_code, drafter_unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE responsibilities.list ADD CONSTRAINT list_from_issuer
  FOREIGN KEY (area_code, issuer_unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE responsibilities.list ADD CONSTRAINT list_from_document
  FOREIGN KEY (area_code, document_id) REFERENCES directives.document (area_code, id);
ALTER TABLE responsibilities.list ADD CONSTRAINT list_from_task
  FOREIGN KEY (area_code, parent_task_id) REFERENCES tasks.task (area_code, id);
CREATE INDEX list_by_drafter ON responsibilities.list (area_code, drafter_unit_id, year, id);
SELECT app.guard('responsibilities.list');

-- An item not yet complete is a draft; 三明确 is checked when the list is issued.
-- is_proposed: units and deadline were read out of the document, and nobody has looked at them yet.
CREATE TABLE responsibilities.item (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  list_id uuid NOT NULL,
  ordinal integer NOT NULL,
  origin text COLLATE "C" NOT NULL,
  clause_id uuid,
  content text NOT NULL DEFAULT '',
  target text NOT NULL DEFAULT '',
  measures text NOT NULL DEFAULT '',
  responsibility_role text COLLATE "C",
  due_date date,
  remarks text NOT NULL DEFAULT '',
  is_proposed boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz,
  changed_by_name text,
  removed_at timestamptz,
  CONSTRAINT item_pk PRIMARY KEY (area_code, id),
  CONSTRAINT item_origin_known CHECK (origin IN (
    'keyPoints', 'selfFound', 'superiorReview', 'masses', 'inspection', 'appraisal', 'other')),
  CONSTRAINT item_role_known CHECK (responsibility_role IN (
    'firstResponsible', 'directResponsible', 'mainResponsible', 'specificResponsible', 'dualDuty'))
);
SELECT app.distribute('responsibilities.item', 'area_code');
ALTER TABLE responsibilities.item ADD CONSTRAINT item_of_list
  FOREIGN KEY (area_code, list_id) REFERENCES responsibilities.list (area_code, id);
ALTER TABLE responsibilities.item ADD CONSTRAINT item_from_clause
  FOREIGN KEY (area_code, clause_id) REFERENCES directives.clause (area_code, id);
CREATE INDEX item_by_list ON responsibilities.item (area_code, list_id, ordinal);
CREATE INDEX item_by_clause ON responsibilities.item (area_code, clause_id) WHERE clause_id IS NOT NULL;
SELECT app.guard('responsibilities.item');

-- role 'lead': each lead unit receives one task; 'assist': named on it. A lead unit may have its own post holder.
CREATE TABLE responsibilities.item_unit (
  area_code text COLLATE "C" NOT NULL,
  item_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  role text COLLATE "C" NOT NULL,
  post_id uuid,
  removed_at timestamptz,
  CONSTRAINT item_unit_pk PRIMARY KEY (area_code, item_id, unit_id),
  CONSTRAINT item_unit_role_known CHECK (role IN ('lead', 'assist'))
);
SELECT app.distribute('responsibilities.item_unit', 'area_code');
ALTER TABLE responsibilities.item_unit ADD CONSTRAINT item_unit_of_item
  FOREIGN KEY (area_code, item_id) REFERENCES responsibilities.item (area_code, id);
ALTER TABLE responsibilities.item_unit ADD CONSTRAINT item_unit_is_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE responsibilities.item_unit ADD CONSTRAINT item_unit_post
  FOREIGN KEY (area_code, post_id) REFERENCES people.post (area_code, id);
SELECT app.guard('responsibilities.item_unit');

CREATE VIEW responsibilities.read_list WITH (security_invoker = true) AS
  SELECT l.area_code, l.id, l.title, l.year, l.drafter_unit_id, l.issuer_unit_id, l.document_id, l.parent_task_id,
         l.status, l.version, l.created_at, l.signed_on, l.signer_name, l.signer_post
  FROM responsibilities.list l;
SELECT app.publish('responsibilities.read_list');
