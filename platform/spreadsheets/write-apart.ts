import { openThreadPool } from "#platform/threads/index.ts";
import type { Workbook } from "./workbook.ts";
import { writeWorkbook as writeHere } from "./write-workbook.ts";

/** Written in some tens of milliseconds; to hand over less would cost more than it saves. */
const fewCells = 5_000;

const threads = openThreadPool<Workbook, Uint8Array>(new URL("./workbook-thread.ts", import.meta.url), {
  longestMs: 120_000,
});

/** The workbook as .xlsx; a large one is written in a thread of its own, and other people are answered meanwhile. */
export const writeWorkbook = (workbook: Workbook): Promise<Uint8Array> =>
  countCells(workbook) <= fewCells ? writeHere(workbook) : threads.run(workbook);

const countCells = ({ sheets }: Workbook): number =>
  sheets.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
