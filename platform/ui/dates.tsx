import type { ReactNode } from "react";
import { dayInChina, daysBetween, parsePlainDate, writeDateInChinese } from "#platform/kernel/plain-date.ts";
import { Lamp, type LampColour } from "./Lamp.tsx";
import { words } from "./words.ts";

/** 2026年11月20日; what is no day stays as it is. */
export function writeDay(day: string | null | undefined): string {
  const date = day ? parsePlainDate(day.slice(0, 10)) : null;
  return date ? writeDateInChinese(date) : (day ?? "");
}

/** 2026年11月20日 14:05, as clocks in China showed it. */
export function writeMoment(moment: string | null | undefined): string {
  if (!moment) return "";
  const instant = new Date(moment);
  if (Number.isNaN(instant.getTime())) return moment;
  const clock = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${writeDateInChinese(dayInChina(instant))} ${clock}`;
}

export function DateText({ day }: { readonly day: string | null | undefined }): ReactNode {
  return day ? <time dateTime={day}>{writeDay(day)}</time> : null;
}

export function MomentText({ moment }: { readonly moment: string | null | undefined }): ReactNode {
  return moment ? <time dateTime={moment}>{writeMoment(moment)}</time> : null;
}

/** How far off a day is, counted from the server's today. */
export function distanceInWords(day: string, today: string): string {
  const [from, to] = [parsePlainDate(today), parsePlainDate(day)];
  if (!from || !to) return "";
  const days = daysBetween(from, to);
  if (days === 0) return words.today;
  return days > 0 ? words.daysLeft(days) : words.daysPast(-days);
}

/** A deadline: the day, how far off it is when `today` is given, and its lamp when there is one. */
export function Deadline(props: {
  readonly dueDate: string;
  readonly today?: string | undefined;
  readonly lamp?: LampColour | undefined;
  readonly word?: string | undefined;
}): ReactNode {
  const { dueDate, today, lamp } = props;
  const word = props.word ?? (today ? distanceInWords(dueDate, today) : "");
  return (
    <span className="deadline">
      <DateText day={dueDate} />
      {word !== "" && (lamp ? <Lamp colour={lamp} word={word} /> : <span className="soft">{word}</span>)}
    </span>
  );
}
