/** Who took something out of the system, and when. */
export interface Exported {
  readonly by: string;
  readonly at: Date;
}

/** As it stands on every workbook and draft that leaves the system: 导出人：县委组织部科长张三　2026-10-12 09:30. */
export function writeExportMark({ by, at }: Exported): string {
  const inChina = new Date(at.getTime() + 8 * 3_600_000);
  return `导出人：${by}　${inChina.toISOString().slice(0, 16).replace("T", " ")}`;
}
