import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** What a relative deadline is counted from. */
export type Calendar = { year: number | null; date: PlainDate | null; yearIsGiven: boolean };

/** A deadline as found, with what its day is counted from. */
export type Reading = { match: RegExpExecArray; sentence: string; calendar: Calendar };
