-- 查找: beside each name and title stands what it is found by (itself, pinyin, initials), written by the application
-- together with it. What was entered before has none yet and is found by its own words.
ALTER TABLE people.person ADD COLUMN search_text text NOT NULL DEFAULT '';
CREATE INDEX person_by_search ON people.person USING gin (search_text gin_trgm_ops);
CREATE OR REPLACE VIEW people.read_holding WITH (security_invoker = true) AS
  SELECT h.area_code, h.id, h.post_id, h.person_id, h.held_from, h.held_to, p.name AS person_name,
         t.unit_id, t.title AS post_title, t.kind AS post_kind, t.responsibility_role, t.ordinal,
         h.is_deputising,
         p.search_text AS person_search
  FROM people.holding h
  JOIN people.post t ON t.area_code = h.area_code AND t.id = h.post_id
  JOIN people.person p ON p.area_code = h.area_code AND p.id = h.person_id;

ALTER TABLE tasks.task ADD COLUMN search_text text NOT NULL DEFAULT '';
CREATE INDEX task_by_search ON tasks.task USING gin (search_text gin_trgm_ops);
ALTER TABLE directives.document ADD COLUMN search_text text NOT NULL DEFAULT '';
ALTER TABLE responsibilities.list ADD COLUMN search_text text NOT NULL DEFAULT '';
ALTER TABLE bulletins.bulletin ADD COLUMN search_text text NOT NULL DEFAULT '';
