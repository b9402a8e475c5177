-- A unit that was abolished keeps what it was given, what it did and what it answered for: those who read that ask for
-- the unit as it last stood. Whoever asks for the tree of today goes on with read_unit.
CREATE INDEX unit_version_by_unit ON organizations.unit_version (area_code, unit_id, valid_from);

CREATE VIEW organizations.read_known_unit WITH (security_invoker = true) AS
  SELECT v.area_code, v.unit_id AS id, v.name, v.full_name, v.kind, v.sector, v.official_code, v.parent_id,
         v.system_parent_id, v.drafts_for_id, v.path, v.system_path, v.member_count, v.search_text
  FROM organizations.unit_version v
  WHERE v.valid_to IS NULL OR NOT EXISTS (
    SELECT FROM organizations.unit_version later
    WHERE later.area_code = v.area_code AND later.unit_id = v.unit_id
      AND (later.valid_to IS NULL OR later.valid_to > v.valid_to));
SELECT app.publish('organizations.read_known_unit');
