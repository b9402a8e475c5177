-- The ground every room stands on: how a table is sharded, how the wall around a territory is raised, and
-- what the application may do. The migrator has already made schema app with its list of migrations, and
-- names the application role in the setting app.application_role for the length of each migration.

-- Names the role that migrations grant to. It differs between databases of one server, because roles are
-- shared by all databases of a server and grants are not.
CREATE FUNCTION app.application_role() RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  role_name text := nullif(current_setting('app.application_role', true), '');
BEGIN
  IF role_name IS NULL THEN
    RAISE EXCEPTION 'app.application_role is not set: grants are made by the migrator only';
  END IF;
  RETURN role_name;
END $$;

-- Shards a table by its area on Citus; does nothing on plain PostgreSQL, except to insist on the column.
CREATE FUNCTION app.distribute(relation regclass, area_column text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = relation AND attname = area_column AND attnotnull AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'table % has no column % that is NOT NULL', relation, area_column;
  END IF;
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    EXECUTE format('SELECT create_distributed_table(%L, %L)', relation::text, area_column);
  END IF;
END $$;

-- Copies a small shared table to every node on Citus, and lets the application read it.
CREATE FUNCTION app.reference(relation regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
    EXECUTE format('SELECT create_reference_table(%L)', relation::text);
  END IF;
  PERFORM app.let_application(relation, 'SELECT');
END $$;

CREATE FUNCTION app.let_application(relation regclass, privileges text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  schema_name text := (
    SELECT namespace.nspname FROM pg_class AS class
    JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
    WHERE class.oid = relation
  );
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', schema_name, app.application_role());
  EXECUTE format('GRANT %s ON %s TO %I', privileges, relation, app.application_role());
END $$;

-- Raises the wall: a row is there only for a transaction that has entered a territory holding its area.
-- FORCE, so that the owner is kept out as well. Nothing is ever deleted by the application.
CREATE FUNCTION app.guard(relation regclass) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  inside constant text := 'area_code >= nullif(current_setting(''app.area_low'', true), '''')'
    ' AND area_code < nullif(current_setting(''app.area_high'', true), '''')';
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute AS attribute
    JOIN pg_collation AS coll ON coll.oid = attribute.attcollation
    WHERE attribute.attrelid = relation AND attribute.attname = 'area_code'
      AND attribute.attnotnull AND coll.collname = 'C'
  ) THEN
    RAISE EXCEPTION 'table % needs a column area_code text COLLATE "C" NOT NULL', relation;
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
  EXECUTE format('CREATE POLICY territory ON %s USING (%s) WITH CHECK (%s)', relation, inside, inside);
  PERFORM app.let_application(relation, 'SELECT, INSERT, UPDATE');
END $$;

-- After app.guard: what has been written stays as it was.
CREATE FUNCTION app.append_only(relation regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE ON %s FROM %I', relation, app.application_role());
END $$;

-- Opens a view for reading by other rooms. Without security_invoker a view would look over the wall with
-- the owner's eyes.
CREATE FUNCTION app.publish(relation regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_class, unnest(reloptions) AS setting
    WHERE oid = relation AND relkind = 'v' AND setting IN ('security_invoker=true', 'security_invoker=on')
  ) THEN
    RAISE EXCEPTION 'view % must be made WITH (security_invoker = true)', relation;
  END IF;
  PERFORM app.let_application(relation, 'SELECT');
END $$;

-- Enters a territory until the transaction ends: '0' the nation, '35' a province, '3501' a city,
-- '350121' a county (or the province's and city's own offices, '350000', '350100'). Once is enough, and a
-- second, different territory is refused: a transaction that sees two has lost its way.
-- Real SET LOCAL statements, because on Citus set_config() does not reach the workers.
CREATE FUNCTION app.enter_territory(area text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  entered text := nullif(current_setting('app.area_low', true), '');
BEGIN
  IF area IS NULL OR area !~ '^(0|[0-9]{2}|[0-9]{4}|[0-9]{6})$' THEN
    RAISE EXCEPTION 'not a territory: %', coalesce(quote_literal(area), 'null')
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF entered IS NOT NULL AND entered <> area THEN
    RAISE EXCEPTION 'territory % refused: this transaction is already in %', area, entered
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF entered IS NOT NULL THEN
    RETURN;
  END IF;
  SET LOCAL citus.propagate_set_commands = 'local';
  EXECUTE format('SET LOCAL app.area_low = %L', area);
  EXECUTE format('SET LOCAL app.area_high = %L', CASE area WHEN '0' THEN ':' ELSE area || ':' END);
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA app TO %I', app.application_role());
END $$;
