import pg from "pg";

const oid: Record<"int8" | "date" | "textArray" | "int8Array" | "dateArray", number> = {
  int8: 20,
  date: 1082,
  textArray: 1009,
  int8Array: 1016,
  dateArray: 1182,
};

/** 64-bit integers as numbers; one that a number cannot hold exactly is a bug, not a value to round. */
function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer beyond 2^53: ${text}`);
  return value;
}

const readArray = <Element>(readElement: (text: string) => Element) => {
  const readTexts = pg.types.getTypeParser(oid.textArray, "text") as (text: string) => (string | null)[];
  return (text: string) => readTexts(text).map((element) => (element === null ? null : readElement(element)));
};

const asWritten = (text: string): string => text;

const readers = new Map<number, (text: string) => unknown>([
  [oid.int8, readInteger],
  [oid.int8Array, readArray(readInteger)],
  // A calendar day has no zone; pg's own parser would make it a midnight of the server's zone.
  [oid.date, asWritten],
  [oid.dateArray, readArray(asWritten)],
]);

/** How columns become values: date "YYYY-MM-DD", int8 number, numeric text, timestamptz Date. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: "text" | "binary") =>
    readers.get(id) ?? pg.types.getTypeParser(id, format ?? "text"),
};
