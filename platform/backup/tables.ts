import { createHash } from "node:crypto";
import pg from "pg";

export interface TableShape {
  /** "tasks.task" */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns that number a transaction of the server: such numbers mean nothing on another. */
  readonly writers: readonly string[];
  readonly order: readonly string[];
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** The migrator's own two tables are what a restore compares and makes, not what it fills. */
const own = ["app.migration", "app.application_role"];

const listColumns = `
  SELECT space.nspname || '.' || class.relname AS table, attribute.attname AS name,
    format_type(attribute.atttypid, attribute.atttypmod) AS type, attribute.attcollation <> 0 AS collated,
    array_position(key.indkey::int2[], attribute.attnum) AS place
  FROM pg_class AS class
  JOIN pg_namespace AS space ON space.oid = class.relnamespace
  JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid AND attribute.attnum > 0
    AND NOT attribute.attisdropped AND attribute.attgenerated = ''
  LEFT JOIN pg_index AS key ON key.indrelid = class.oid AND key.indisprimary
  WHERE class.relkind IN ('r', 'p') AND NOT class.relispartition
    AND space.nspname !~ '^pg_' AND space.nspname <> 'information_schema'
  ORDER BY 1, attribute.attnum`;

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly collated: boolean;
  readonly place: number | null;
}

/** Every table of every room, as the database itself knows them. */
export async function listTables(client: pg.Client): Promise<readonly TableShape[]> {
  const { rows } = await client.query<ColumnRow>(listColumns);
  const tables = Map.groupBy(
    rows.filter(({ table }) => !own.includes(table)),
    ({ table }) => table,
  );
  return [...tables].map(([name, columns]) => describeTable(name, columns));
}

function describeTable(name: string, columns: readonly ColumnRow[]): TableShape {
  const key = columns
    .filter(({ place }) => place !== null)
    .toSorted((a, b) => Number(a.place) - Number(b.place));
  if (key.length === 0) throw new Error(`table ${name} has no primary key to be read in the order of`);
  const isWriter = ({ type }: ColumnRow): boolean => type === "xid8";
  return {
    name,
    columns: columns
      .filter((column) => !isWriter(column))
      .map((column) => ({ name: column.name, type: column.type })),
    writers: columns.filter(isWriter).map((column) => column.name),
    // The same order on every server, whatever its collations.
    order: key.map((column) => `${quote(column.name)}${column.collated ? ' COLLATE "C"' : ""}`),
  };
}

export const quote = (name: string): string => name.split(".").map(pg.escapeIdentifier).join(".");

const rowsPerFetch = 1_000;

export interface Dumped {
  readonly rows: number;
  readonly sha256: string;
}

/** Reads a table in the order of its key, one line of JSON a row, each value as PostgreSQL writes it as text. */
export async function dumpTable(
  client: pg.Client,
  { name, columns, order }: TableShape,
  write: (lines: string) => Promise<unknown>,
): Promise<Dumped> {
  const values = columns.map((column) => `${quote(column.name)}::text`).join(", ");
  await client.query(
    `DECLARE dump NO SCROLL CURSOR FOR SELECT ${values} FROM ${quote(name)} ORDER BY ${order.join(", ")}`,
  );
  const hash = createHash("sha256");
  let count = 0;
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `FETCH ${rowsPerFetch} FROM dump`,
      rowMode: "array",
    });
    if (rows.length === 0) break;
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    hash.update(lines);
    count += rows.length;
    await write(lines);
  }
  await client.query("CLOSE dump");
  return { rows: count, sha256: hash.digest("hex") };
}

/** Writes rows back as they were read, under this transaction's own number. */
export async function fillTable(
  client: pg.Client,
  table: TableShape,
  lines: readonly string[],
): Promise<void> {
  const { name, columns, writers } = table;
  const names = [...columns.map((column) => column.name), ...writers].map(quote).join(", ");
  const values = [
    ...columns.map(({ type }, index) => `(line ->> ${index})::${type}`),
    ...writers.map(() => "pg_current_xact_id()"),
  ].join(", ");
  await client.query(
    `INSERT INTO ${quote(name)} (${names}) SELECT ${values} FROM json_array_elements($1::json) AS line`,
    [`[${lines.join(",")}]`],
  );
}
