-- 佐证: a file or a note that something happened. When it happened and when it was entered are two facts.
CREATE SCHEMA evidence;

CREATE TABLE evidence.item (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  title text NOT NULL,
  note text,
  happened_on date NOT NULL,
  entered_at timestamptz NOT NULL,
  entered_on date NOT NULL,
  entered_by_id uuid NOT NULL,
  entered_by_name text NOT NULL,
  file_name text,
  media_type text COLLATE "C",
  size_bytes bigint,
  sha256 text COLLATE "C",
  CONSTRAINT item_pk PRIMARY KEY (area_code, id),
  CONSTRAINT item_kind_known CHECK (kind IN ('file', 'note')),
  CONSTRAINT item_not_in_future CHECK (happened_on <= entered_on),
  CONSTRAINT item_file_whole CHECK (
    (kind = 'note' AND note IS NOT NULL AND sha256 IS NULL) OR
    (kind = 'file' AND file_name IS NOT NULL AND size_bytes > 0 AND sha256 ~ '^[0-9a-f]{64}$'))
);
SELECT app.distribute('evidence.item', 'area_code');
ALTER TABLE evidence.item ADD CONSTRAINT item_of_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
CREATE UNIQUE INDEX item_file_once ON evidence.item (area_code, unit_id, sha256) WHERE sha256 IS NOT NULL;
SELECT app.guard('evidence.item');

-- One evidence serves many records; the subject is named by its room and id.
CREATE TABLE evidence.link (
  area_code text COLLATE "C" NOT NULL,
  evidence_id uuid NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  subject_id uuid NOT NULL,
  linked_at timestamptz NOT NULL,
  linked_by_id uuid NOT NULL,
  withdrawn_at timestamptz,
  CONSTRAINT link_pk PRIMARY KEY (area_code, evidence_id, subject_kind, subject_id)
);
SELECT app.distribute('evidence.link', 'area_code');
ALTER TABLE evidence.link ADD CONSTRAINT link_of_evidence
  FOREIGN KEY (area_code, evidence_id) REFERENCES evidence.item (area_code, id);
CREATE INDEX link_by_subject ON evidence.link (area_code, subject_kind, subject_id);
SELECT app.guard('evidence.link');

CREATE VIEW evidence.read_link WITH (security_invoker = true) AS
  SELECT l.area_code, l.evidence_id, l.subject_kind, l.subject_id, l.linked_at, l.withdrawn_at,
         i.kind, i.title, i.note, i.happened_on, i.entered_at, i.entered_on, i.entered_by_name, i.file_name,
         i.media_type, i.size_bytes, i.sha256, i.unit_id
  FROM evidence.link l
  JOIN evidence.item i ON i.area_code = l.area_code AND i.id = l.evidence_id;
SELECT app.publish('evidence.read_link');
