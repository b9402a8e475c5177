-- 代理: somebody fills a post for a stated time beside or instead of its holder. 出席指导, 测评人: posts without rights of
-- their own; what their holders may read or do is granted by name.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
ALTER TABLE people.post DROP CONSTRAINT post_kind_known;
ALTER TABLE people.post ADD CONSTRAINT post_kind_known CHECK (kind IN (
  'secretary', 'deputySecretary', 'organizationOfficer', 'departmentHead', 'sectionOfficer', 'clerk',
  'leadingMember', 'firstSecretary', 'instructor', 'inspector', 'observer', 'rater',
  'systemAdministrator', 'securityAdministrator', 'auditAdministrator'));
ALTER TABLE people.holding ADD COLUMN is_deputising boolean NOT NULL DEFAULT false;
ALTER TABLE people.holding ADD CONSTRAINT holding_deputising_ends CHECK (NOT is_deputising OR held_to IS NOT NULL);

CREATE OR REPLACE VIEW people.read_holding WITH (security_invoker = true) AS
  SELECT h.area_code, h.id, h.post_id, h.person_id, h.held_from, h.held_to, p.name AS person_name,
         t.unit_id, t.title AS post_title, t.kind AS post_kind, t.responsibility_role, t.ordinal, h.is_deputising
  FROM people.holding h
  JOIN people.post t ON t.area_code = h.area_code AND t.id = h.post_id
  JOIN people.person p ON p.area_code = h.area_code AND p.id = h.person_id;
