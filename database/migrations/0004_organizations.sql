-- 组织架构: a unit is an identity; what it was called and where it hung is a version with a from and a to.
CREATE EXTENSION IF NOT EXISTS ltree;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE SCHEMA organizations;

CREATE TABLE organizations.unit (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  founded_on date NOT NULL,
  abolished_on date,
  CONSTRAINT unit_pk PRIMARY KEY (area_code, id),
  CONSTRAINT unit_area_is_six_digits CHECK (area_code ~ '^[0-9]{6}$'),
  CONSTRAINT unit_lives_forward CHECK (abolished_on IS NULL OR abolished_on >= founded_on)
);
SELECT app.distribute('organizations.unit', 'area_code');
SELECT app.guard('organizations.unit');

-- kind and sector are words of the glossary; path and system_path are short ordinals, root first.
CREATE TABLE organizations.unit_version (
  area_code text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  name text NOT NULL,
  full_name text NOT NULL,
  kind text COLLATE "C" NOT NULL,
  sector text COLLATE "C",
  official_code text COLLATE "C" NOT NULL,
  parent_id uuid,
  system_parent_id uuid,
  drafts_for_id uuid,
  path ltree NOT NULL,
  system_path ltree,
  member_count integer NOT NULL DEFAULT 0,
  search_text text NOT NULL,
  CONSTRAINT unit_version_pk PRIMARY KEY (area_code, id),
  CONSTRAINT unit_version_name_given CHECK (length(name) BETWEEN 1 AND 120),
  CONSTRAINT unit_version_not_own_parent CHECK (parent_id <> unit_id AND system_parent_id <> unit_id),
  CONSTRAINT unit_version_members_not_negative CHECK (member_count >= 0),
  CONSTRAINT unit_version_lives_forward CHECK (valid_to IS NULL OR valid_to > valid_from),
  CONSTRAINT unit_version_kind_known CHECK (kind IN (
    'countyCommittee', 'department', 'leadingGroup', 'workingCommittee', 'systemCommittee', 'township',
    'subdistrict', 'village', 'community', 'partyCommittee', 'generalBranch', 'partyBranch',
    'organ', 'school', 'hospital', 'stateEnterprise', 'enterprise', 'socialOrganization')),
  CONSTRAINT unit_version_sector_known CHECK (sector IN (
    'rural', 'urban', 'organ', 'stateEnterprise', 'school', 'hospital', 'newOrganization'))
);
SELECT app.distribute('organizations.unit_version', 'area_code');
ALTER TABLE organizations.unit_version ADD CONSTRAINT unit_version_of_unit
  FOREIGN KEY (area_code, unit_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE organizations.unit_version ADD CONSTRAINT unit_version_parent
  FOREIGN KEY (area_code, parent_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE organizations.unit_version ADD CONSTRAINT unit_version_system_parent
  FOREIGN KEY (area_code, system_parent_id) REFERENCES organizations.unit (area_code, id);
ALTER TABLE organizations.unit_version ADD CONSTRAINT unit_version_drafts_for
  FOREIGN KEY (area_code, drafts_for_id) REFERENCES organizations.unit (area_code, id);
CREATE UNIQUE INDEX unit_version_one_current ON organizations.unit_version (area_code, unit_id) WHERE valid_to IS NULL;
-- One root: whoever holds a post there sees the whole area, and its path is the only one of a single step.
ALTER TABLE organizations.unit_version ADD CONSTRAINT unit_version_root_has_no_parent
  CHECK ((parent_id IS NULL) = (nlevel(path) = 1));
CREATE UNIQUE INDEX unit_version_one_root ON organizations.unit_version (area_code)
  WHERE valid_to IS NULL AND parent_id IS NULL;
CREATE UNIQUE INDEX unit_version_code_once ON organizations.unit_version (area_code, official_code) WHERE valid_to IS NULL;
CREATE INDEX unit_version_by_parent ON organizations.unit_version (area_code, parent_id, official_code) WHERE valid_to IS NULL;
CREATE INDEX unit_version_by_path ON organizations.unit_version USING gist (path);
CREATE INDEX unit_version_by_search ON organizations.unit_version USING gin (search_text gin_trgm_ops);
SELECT app.guard('organizations.unit_version');

-- The tree as it stands today, for other rooms to read.
CREATE VIEW organizations.read_unit WITH (security_invoker = true) AS
  SELECT v.area_code, v.unit_id AS id, v.name, v.full_name, v.kind, v.sector, v.official_code, v.parent_id,
         v.system_parent_id, v.drafts_for_id, v.path, v.system_path, v.member_count, v.search_text
  FROM organizations.unit_version v
  WHERE v.valid_to IS NULL;
SELECT app.publish('organizations.read_unit');
