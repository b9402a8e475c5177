-- 干部队伍: persons, posts and who holds which post from when to when. Rights grow from holdings.
CREATE SCHEMA people;

CREATE TABLE people.person (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  CONSTRAINT person_pk PRIMARY KEY (area_code, id),
  CONSTRAINT person_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT person_name_given CHECK (length(name) BETWEEN 1 AND 40)
);
SELECT app.distribute('people.person', 'area_code');
SELECT app.guard('people.person');

CREATE TABLE people.post (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  title text NOT NULL,
  kind text COLLATE "C" NOT NULL,
  responsibility_role text COLLATE "C",
  ordinal integer NOT NULL,
  CONSTRAINT post_pk PRIMARY KEY (area_code, id),
  CONSTRAINT post_kind_known CHECK (kind IN (
    'secretary', 'deputySecretary', 'organizationOfficer', 'departmentHead', 'sectionOfficer', 'clerk')),
  CONSTRAINT post_role_known CHECK (responsibility_role IN (
    'firstResponsible', 'directResponsible', 'mainResponsible', 'specificResponsible', 'dualDuty'))
);
SELECT app.distribute('people.post', 'area_code');
ALTER TABLE people.post ADD CONSTRAINT post_of_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
CREATE INDEX post_by_unit ON people.post (area_code, unit_id, ordinal);
SELECT app.guard('people.post');

CREATE TABLE people.holding (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  post_id uuid NOT NULL,
  person_id uuid NOT NULL,
  held_from date NOT NULL,
  held_to date,
  CONSTRAINT holding_pk PRIMARY KEY (area_code, id),
  CONSTRAINT holding_lives_forward CHECK (held_to IS NULL OR held_to >= held_from)
);
SELECT app.distribute('people.holding', 'area_code');
ALTER TABLE people.holding ADD CONSTRAINT holding_of_post
  FOREIGN KEY (area_code, post_id) REFERENCES people.post (area_code, id);
ALTER TABLE people.holding ADD CONSTRAINT holding_by_person
  FOREIGN KEY (area_code, person_id) REFERENCES people.person (area_code, id);
CREATE UNIQUE INDEX holding_one_holder ON people.holding (area_code, post_id) WHERE held_to IS NULL;
CREATE INDEX holding_by_person_open ON people.holding (area_code, person_id, held_from);
SELECT app.guard('people.holding');

-- Every post with everyone who held it; "today" is the reader's business: from <= day, to null or >= day.
CREATE VIEW people.read_holding WITH (security_invoker = true) AS
  SELECT h.area_code, h.id, h.post_id, h.person_id, h.held_from, h.held_to, p.name AS person_name,
         t.unit_id, t.title AS post_title, t.kind AS post_kind, t.responsibility_role, t.ordinal
  FROM people.holding h
  JOIN people.post t ON t.area_code = h.area_code AND t.id = h.post_id
  JOIN people.person p ON p.area_code = h.area_code AND p.id = h.person_id;
SELECT app.publish('people.read_holding');

CREATE VIEW people.read_post WITH (security_invoker = true) AS
  SELECT t.area_code, t.id, t.unit_id, t.title, t.kind, t.responsibility_role, t.ordinal FROM people.post t;
SELECT app.publish('people.read_post');
