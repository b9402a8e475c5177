import type { ResponsibilityRole } from "#rooms/people/core/index.ts";
import type { TaskOrigin } from "#rooms/tasks/core/index.ts";

/** One thing that has to be done, before it is known by whom. */
export interface DutySpec {
  /** Unique; the ids of items and tasks grow from it. */
  readonly key: string;
  readonly title: string;
  readonly content: string;
  readonly target: string;
  readonly measures: string;
  readonly role: ResponsibilityRole;
  /** Due at the end of the month in which the day lies that is so many days from today. */
  readonly dueInDays: number;
  /** What shows that it happened: title and text of a note. */
  readonly proofs: readonly (readonly [title: string, text: string])[];
}

/** What a receiver breaks an item down into for the units directly below it. */
interface CascadeSpec {
  readonly duties: readonly DutySpec[];
}

export interface ItemSpec extends DutySpec {
  /** Townships with or without the subdistricts, or the keys of units; those that a small county lacks are left out. */
  readonly receivers: "townships" | "ruralTownships" | readonly string[];
  readonly assisting?: readonly string[];
  readonly cascade?: CascadeSpec;
}

export interface ListSpec {
  readonly key: string;
  readonly origin: TaskOrigin;
  /** 【年】 stands for the year in which the list is signed. */
  readonly title: string;
  readonly signedDaysAgo: number;
  readonly items: readonly ItemSpec[];
  readonly document?: DocumentSpec;
}

/** The document from which a list was made; its items are written into the text one after the other. */
export interface DocumentSpec {
  readonly title: string;
  readonly number: string;
  readonly form: "points" | "speech" | "notice";
  readonly addressee: string;
  readonly opening: string;
  readonly closing: readonly string[];
}
