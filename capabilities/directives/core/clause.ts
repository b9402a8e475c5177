export type Comparator = "atLeast" | "atMost" | "equal" | "between" | "notBelowLastYear";
export type Period = "week" | "month" | "quarter" | "halfYear" | "year" | "term";
export type Role = "lead" | "responsible" | "assist";

/** A number that a requirement sets. `value` is null where the source masks its digits (“*个”). */
export type Quantity = {
  text: string;
  comparator: Comparator;
  value: number | null;
  max: number | null;
  unit: string | null;
  per: string | null;
};

/** `date` is null where the words do not fix a day (春节前, 十个工作日内, no year known). */
export type Deadline = { text: string; date: string | null };

/** Both null: a rhythm without a number (定期) or outside the six periods (每两个月). */
export type Frequency = { text: string; times: number | null; period: Period | null };

export type Organization = { text: string; role: Role };

/** One clause (条) of an official document. Offsets are UTF-16 units of the decomposed text. */
export type Clause = {
  /** Path of ordinals: "2.1.3" is the third child of "2.1". */
  id: string;
  parentId: string | null;
  level: number;
  /** As written, null for a clause the author left unnumbered. */
  marker: string | null;
  heading: string | null;
  /** Own words: without the marker and without the words of the children. */
  text: string;
  sourceLine: number;
  start: number;
  end: number;
  requirement: boolean;
  quantities: Quantity[];
  deadlines: Deadline[];
  frequencies: Frequency[];
  organizations: Organization[];
};

export type Decomposition = {
  title: string | null;
  year: number | null;
  date: string | null;
  clauses: Clause[];
};
