-- 岗位种类: the three administrators (三员), who run the system and see no business; and posts of the field that read
-- or do without judging: members of a leading body, first secretaries, station instructors, inspectors.
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
ALTER TABLE people.post DROP CONSTRAINT post_kind_known;
ALTER TABLE people.post ADD CONSTRAINT post_kind_known CHECK (kind IN (
  'secretary', 'deputySecretary', 'organizationOfficer', 'departmentHead', 'sectionOfficer', 'clerk',
  'leadingMember', 'firstSecretary', 'instructor', 'inspector',
  'systemAdministrator', 'securityAdministrator', 'auditAdministrator'));
