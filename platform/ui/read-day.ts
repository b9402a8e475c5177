import { findPlainDate, type PlainDate } from "#platform/kernel/plain-date.ts";

const written = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/;
const dense = /^(\d{4})(\d{2})(\d{2})$/;

/** A day as people write one: 2026-11-20, 2026.11.20, 2026/11/20, 2026年11月20日, 20261120; null when it is none. */
export function readDay(text: string): PlainDate | null {
  const match = written.exec(text.trim()) ?? dense.exec(text.trim());
  return match ? findPlainDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
