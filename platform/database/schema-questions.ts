type Question = { title: string; sql: string };

/** Our own schemas: not PostgreSQL's, not the job queue's, which keeps its own history. */
const ours = (name: string): string =>
  `${name}.nspname !~ '^pg_' AND ${name}.nspname NOT IN ('information_schema', 'public', 'graphile_worker')`;

const extensions: Question = {
  title: "extensions",
  sql: `SELECT format('EXTENSION %s', extname) AS line FROM pg_catalog.pg_extension
    WHERE extname <> 'plpgsql' ORDER BY extname COLLATE "C"`,
};

const schemas: Question = {
  title: "schemas",
  sql: `SELECT format('SCHEMA %I', nspname) AS line FROM pg_catalog.pg_namespace AS space
    WHERE ${ours("space")} ORDER BY nspname COLLATE "C"`,
};

const tables: Question = {
  title: "tables: columns, constraints, indexes, row-level security",
  sql: `WITH class AS (
      SELECT class.* FROM pg_catalog.pg_class AS class
      JOIN pg_catalog.pg_namespace AS space ON space.oid = class.relnamespace
      WHERE class.relkind IN ('r', 'p') AND ${ours("space")}
    ), line AS (
      SELECT oid, 1 AS part, '' AS name, format('TABLE %s%s', oid::regclass,
        CASE WHEN relforcerowsecurity THEN ' FORCE ROW LEVEL SECURITY'
             WHEN relrowsecurity THEN ' ROW LEVEL SECURITY' ELSE '' END) AS line
      FROM class
      UNION ALL
      SELECT class.oid, 2, to_char(attnum, '0000'), format('  %I %s%s%s%s', attname, format_type(atttypid, atttypmod),
        CASE WHEN attcollation NOT IN (0, typcollation) THEN ' COLLATE ' || quote_ident(collname) ELSE '' END,
        CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END,
        CASE WHEN attidentity <> '' THEN ' IDENTITY'
             WHEN attgenerated <> '' THEN ' GENERATED AS ' || pg_get_expr(adbin, adrelid)
             WHEN adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(adbin, adrelid) ELSE '' END)
      FROM class JOIN pg_catalog.pg_attribute ON attrelid = class.oid AND attnum > 0 AND NOT attisdropped
      JOIN pg_catalog.pg_type AS type ON type.oid = atttypid
      LEFT JOIN pg_catalog.pg_collation AS sorting ON sorting.oid = attcollation
      LEFT JOIN pg_catalog.pg_attrdef ON adrelid = class.oid AND adnum = attnum
      UNION ALL
      SELECT class.oid, 3, conname, format('  CONSTRAINT %I %s', conname, pg_get_constraintdef(rule.oid))
      FROM class JOIN pg_catalog.pg_constraint AS rule ON conrelid = class.oid AND contype <> 'n'
      UNION ALL
      SELECT class.oid, 4, indexrelid::regclass::text, '  ' || pg_get_indexdef(indexrelid)
      FROM class JOIN pg_catalog.pg_index ON indrelid = class.oid
      WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
      UNION ALL
      SELECT class.oid, 5, polname, format('  POLICY %I FOR %s USING %s WITH CHECK %s', polname, polcmd,
        pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
      FROM class JOIN pg_catalog.pg_policy ON polrelid = class.oid
      UNION ALL
      SELECT class.oid, 6, tgname, '  ' || pg_get_triggerdef(trigger.oid)
      FROM class JOIN pg_catalog.pg_trigger AS trigger ON tgrelid = class.oid AND NOT tgisinternal
    )
    SELECT line FROM line ORDER BY oid::regclass::text COLLATE "C", part, name COLLATE "C"`,
};

const views: Question = {
  title: "views",
  sql: `SELECT format(E'VIEW %s WITH (%s) AS\\n%s', class.oid::regclass,
      array_to_string(class.reloptions, ', '), pg_get_viewdef(class.oid, true)) AS line
    FROM pg_catalog.pg_class AS class JOIN pg_catalog.pg_namespace AS space ON space.oid = class.relnamespace
    WHERE class.relkind IN ('v', 'm') AND ${ours("space")} ORDER BY class.oid::regclass::text COLLATE "C"`,
};

const sequencesAndTypes: Question = {
  title: "sequences, enumerations, domains",
  sql: `SELECT format('SEQUENCE %s', class.oid::regclass) AS line
    FROM pg_catalog.pg_class AS class JOIN pg_catalog.pg_namespace AS space ON space.oid = class.relnamespace
    WHERE class.relkind = 'S' AND ${ours("space")}
    UNION ALL
    SELECT format('TYPE %s (%s)', type.oid::regtype, coalesce(
      (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_catalog.pg_enum WHERE enumtypid = type.oid),
      format_type(type.typbasetype, type.typtypmod)))
    FROM pg_catalog.pg_type AS type JOIN pg_catalog.pg_namespace AS space ON space.oid = type.typnamespace
    WHERE type.typtype IN ('e', 'd') AND ${ours("space")} ORDER BY line`,
};

const functions: Question = {
  title: "functions",
  sql: `SELECT pg_get_functiondef(function.oid) AS line FROM pg_catalog.pg_proc AS function
    JOIN pg_catalog.pg_namespace AS space ON space.oid = function.pronamespace
    WHERE function.prokind IN ('f', 'p') AND ${ours("space")} AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend WHERE objid = function.oid AND deptype = 'e')
    ORDER BY function.oid::regprocedure::text COLLATE "C"`,
};

const grants: Question = {
  title: "what the application may do",
  sql: `SELECT format('GRANT %s ON %s TO <application>',
      string_agg(granted.privilege_type, ', ' ORDER BY granted.privilege_type COLLATE "C"), target) AS line
    FROM (
      SELECT oid::regclass::text AS target, relacl AS privileges FROM pg_catalog.pg_class
      UNION ALL
      SELECT format('SCHEMA %I', nspname), nspacl FROM pg_catalog.pg_namespace
    ) AS object, aclexplode(privileges) AS granted
    WHERE granted.grantee = (SELECT to_regrole(quote_ident(name)) FROM app.application_role)
    GROUP BY target ORDER BY target COLLATE "C"`,
};

/** What is asked of the catalogue, in the order in which it is written. */
export const questions: readonly Question[] = [
  extensions,
  schemas,
  sequencesAndTypes,
  tables,
  views,
  functions,
  grants,
];
