-- 个人信息: identity and phone number of a person, each sealed under a key of the person; the person's key is sealed
-- under a key that is not in the database. Destroying the person's key is deletion: the ciphertext stays, unreadable.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
SET LOCAL citus.enable_local_reference_table_foreign_keys = off;

CREATE TABLE people.contact (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  sealed_key bytea,
  -- Which generation of the installation's key sealed it; a new one is put in place by panshi keys rotate.
  sealing_key text COLLATE "C",
  sealed_id_number bytea,
  sealed_phone bytea,
  entered_at timestamptz NOT NULL,
  entered_by_name text NOT NULL,
  destroyed_at timestamptz,
  CONSTRAINT contact_pk PRIMARY KEY (area_code, id),
  CONSTRAINT contact_key_until_destroyed CHECK (
    (sealed_key IS NULL) = (destroyed_at IS NOT NULL) AND (sealing_key IS NULL) = (destroyed_at IS NOT NULL)),
  CONSTRAINT contact_sealing_key_form CHECK (sealing_key ~ '^[0-9a-f]{16}$')
);
SELECT app.distribute('people.contact', 'area_code');
ALTER TABLE people.contact ADD CONSTRAINT contact_of_person
  FOREIGN KEY (area_code, person_id) REFERENCES people.person (area_code, id);
CREATE UNIQUE INDEX contact_one_readable ON people.contact (area_code, person_id) WHERE destroyed_at IS NULL;
CREATE INDEX contact_by_sealing_key ON people.contact (area_code, sealing_key, id) WHERE destroyed_at IS NULL;
SELECT app.guard('people.contact');

-- Each look at a plain value: by whom, of whom, what for. The value itself is nowhere here.
CREATE TABLE people.revelation (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  field text COLLATE "C" NOT NULL,
  purpose text NOT NULL,
  revealed_by uuid NOT NULL,
  revealed_on date NOT NULL,
  CONSTRAINT revelation_pk PRIMARY KEY (area_code, id),
  CONSTRAINT revelation_field_known CHECK (field IN ('idNumber', 'phone')),
  CONSTRAINT revelation_purpose_given CHECK (length(purpose) BETWEEN 1 AND 200)
);
SELECT app.distribute('people.revelation', 'area_code');
ALTER TABLE people.revelation ADD CONSTRAINT revelation_of_person
  FOREIGN KEY (area_code, person_id) REFERENCES people.person (area_code, id);
ALTER TABLE people.revelation ADD CONSTRAINT revelation_by_person
  FOREIGN KEY (area_code, revealed_by) REFERENCES people.person (area_code, id);
CREATE INDEX revelation_by_day ON people.revelation (area_code, revealed_by, revealed_on);
SELECT app.guard('people.revelation');
SELECT app.append_only('people.revelation');
