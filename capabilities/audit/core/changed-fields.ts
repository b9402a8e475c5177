/** One field of an act, as it was and as it became; null where there was none. */
export interface ChangedField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The fields of both sides in the order in which they were written, side by side. */
export function compareFields(before: unknown, after: unknown): ChangedField[] {
  const [left, right] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return names.map((field) => ({ field, before: write(left[field]), after: write(right[field]) }));
}

/** Lists and bare values stand under one nameless field. */
function fieldsOf(side: unknown): Readonly<Record<string, unknown>> {
  if (side === null || side === undefined) return {};
  if (typeof side !== "object" || Array.isArray(side)) return { "": side };
  return side as Readonly<Record<string, unknown>>;
}

function write(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}
