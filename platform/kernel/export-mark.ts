import { dayInChina } from "./plain-date.ts";

/** Who took something out of the system, and when. */
export interface Exported {
  readonly by: string;
  readonly at: Date;
}

/** As it stands on every workbook and draft that leaves the system: 导出人：县委组织部科长张三 2026-10-12 09:30. */
export function writeExportMark({ by, at }: Exported): string {
  const minuteOfDay = Math.floor((at.getTime() + 8 * 3_600_000) / 60_000) % 1440;
  const twoDigits = (count: number): string => String(count).padStart(2, "0");
  const time = `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;
  return `导出人：${by}　${dayInChina(at)} ${time}`;
}
