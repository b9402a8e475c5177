import { isSpace, trimEnd } from "./characters.ts";
import type { Role } from "./clause.ts";
import { narrowDigits } from "./enclosures.ts";
import type { LineUse } from "./frame.ts";
import { parseNumber } from "./numerals.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { Span } from "./spans.ts";

/** What a column of a task table holds; “other” (问题, 备注) tells and demands nothing. */
export type Column = Role | "number" | "content" | "limit" | "other";

export type Cell = Span & { column: Column };

/** A row is one clause: its number is the marker, its cells say what, who and by when. */
export type TableRow = { number: Span | null; cells: Cell[] };

const named: readonly [RegExp, Column][] = [
  [/^(序号|编号|项次|№)$/, "number"],
  [/^(牵头|主办|主责)(单位|部门|领导|科室|处室|人)?$/, "lead"],
  [/^(配合|协办|协助|参与|参加|协同)(单位|部门|科室|处室|人)?$/, "assist"],
  [
    /^(责任|承办|落实|实施|承担|负责|包联|分管)(单位|部门|主体|领导|科室|处室|人|人员|县领导)?(及责任人)?$/,
    "responsible",
  ],
  [/^(整改)?责任(人|单位|领导|部门)$/, "responsible"],
  [
    /^(计划|拟)?(完成|整改|办结|销号|推进|时间|落实|进度)?(时限|期限|时间|节点|时间节点|日期|要求时限)(要求)?$/,
    "limit",
  ],
  [
    /^(存在|主要|突出|具体|反馈)?(的)?(问题|表现|问题表现|原因)$|^(类别|类型|来源|备注|分值|得分|完成情况|进展|进展情况|整改情况|佐证|完成率|单位|姓名|职务|联系电话)$/,
    "other",
  ],
  [
    /^[^，。；：]{0,8}(任务|措施|内容|事项|目标|要求|举措|项目|指标|标准|工作|做法|安排|清单|职责|要点|行动|成果)$/,
    "content",
  ],
];
const longestName = 12;

function nameColumn(cell: string): Column | null {
  const name = cell.replace(/[\s（）()*]/g, "");
  if (name === "" || name.length > longestName) return null;
  return named.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** All cells name columns, and among them is who or by when, or a number with something to do. */
function readHeader(cells: readonly string[]): Column[] | null {
  if (cells.length < 3) return null;
  const columns = cells.map(nameColumn);
  const known = columns.filter((column) => column !== null);
  if (known.length < 3 || known.length < cells.length - 1) return null;
  const assigns = known.some((column) => column !== "number" && column !== "content" && column !== "other");
  if (!assigns && !(known[0] === "number" && known.includes("content"))) return null;
  return columns.map((column) => column ?? "content");
}

type Search = {
  text: string;
  paragraphs: readonly Paragraph[];
  uses: LineUse[];
  rows: Map<number, TableRow>;
};

/**
 * Finds tables of tasks: rows parted by tabs or bars, and tables out of a .docx, where each cell is a line.
 * Marks the lines of a header as frame, those of a row as row and cell; the rows come keyed by their first line.
 */
export function findTables(
  text: string,
  paragraphs: readonly Paragraph[],
  uses: LineUse[],
): Map<number, TableRow> {
  const search: Search = { text, paragraphs, uses, rows: new Map() };
  let tab = text.indexOf("\t");
  let columns: Column[] | null = null;
  let others = 0;
  for (let index = 0; index < paragraphs.length; index++) {
    if (uses[index] !== "body") continue;
    const paragraph = paragraphs[index] as Paragraph;
    while (tab >= 0 && tab < paragraph.start) tab = text.indexOf("\t", tab + 1);
    const hasTab = tab >= 0 && tab < paragraph.end;
    const mayHaveCells = hasTab || bars.includes(text[paragraph.start] as string);
    const cells = mayHaveCells ? splitCells(text, paragraph) : [];
    if (cells.length < 2) {
      others++;
      index = readCellLines(search, index);
      continue;
    }
    if (isRule(text, cells)) {
      uses[index] = "frame";
      continue;
    }
    const header = readHeader(cells.map((cell) => text.slice(cell.start, cell.end)));
    if (header) {
      columns = header;
      uses[index] = "frame";
    } else if (columns && others <= longestPause) {
      search.rows.set(index, readRow(text, cells, columns));
      uses[index] = "row";
    }
    others = 0;
  }
  return search.rows;
}

/** Heads of groups may stand between the rows of one table. */
const longestPause = 2;

const bars = "|｜";
const longestLine = 4000;
const mostCells = 16;

/** The cells of a line; blanks at its ends are cells too, since tabs part them. */
function splitCells(text: string, { start, end }: Paragraph): Span[] {
  const hasBars = bars.includes(text[start] as string);
  if (end - start > longestLine) return [];
  let from = start;
  while (!hasBars && from > 0 && text[from - 1] !== "\n") from--;
  const cells: Span[] = [];
  let cell = hasBars ? start + 1 : from;
  for (let at = cell; at <= end; at++) {
    const char = at < end ? (text[at] as string) : "";
    const parts = hasBars ? bars.includes(char) : char === "\t";
    if (at < end && !parts) continue;
    if (at < end || cell < end) cells.push(trimCell(text, cell, at));
    cell = at + 1;
  }
  return cells.length > mostCells ? [] : cells;
}

function trimCell(text: string, start: number, end: number): Span {
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  return { start: from, end: trimEnd(text, from, end) };
}

/** |---|---| */
const isRule = (text: string, cells: readonly Span[]): boolean =>
  cells.every(({ start, end }) => end > start && end - start < 40 && /^:?-+:?$/.test(text.slice(start, end)));

/** The number that a cell is, and nothing else; null for words. */
function numberOf(text: string, { start, end }: Span): number | null {
  if (end <= start || end - start > 4) return null;
  const written = /^(\d{1,3}|[一二三四五六七八九十]{1,3})[、.．]?$/.exec(
    narrowDigits(text.slice(start, end)),
  );
  return written ? parseNumber(written[1] as string) : null;
}

function readRow(text: string, spans: readonly Span[], columns: readonly Column[]): TableRow {
  const cells = spans.map((span, at): Cell => ({ ...span, column: columns[at] ?? "other" }));
  return makeRow(text, cells);
}

function makeRow(text: string, cells: readonly Cell[]): TableRow {
  const filled = cells.filter(({ start, end }) => end > start);
  const [first] = filled;
  const number = first?.column === "number" && numberOf(text, first) !== null ? first : null;
  return { number, cells: filled.filter((cell) => cell !== number) };
}

/** A table of a .docx whose header begins at the paragraph; the index of its last line, or `index` when there is none. */
function readCellLines(search: Search, index: number): number {
  const { text, paragraphs, uses } = search;
  const lines: string[] = [];
  const { start: first, end: last } = paragraphs[index] as Paragraph;
  if (last - first > longestName * 2) return index;
  for (let at = index; at < paragraphs.length && lines.length < 12; at++) {
    const { start, end } = paragraphs[at] as Paragraph;
    const isNext =
      lines.length === 0 || (paragraphs[at - 1] as Paragraph).number + 1 === paragraphs[at]?.number;
    if (uses[at] !== "body" || !isNext || end - start > longestName * 2) break;
    const name = text.slice(start, end);
    if (nameColumn(name) === null) break;
    lines.push(name);
  }
  const columns = readHeader(lines);
  if (!columns) return index;
  for (let at = 0; at < columns.length; at++) uses[index + at] = "frame";
  return readLineRows(search, index + columns.length, columns) - 1;
}

/** Rows by their numbers where the first column holds numbers, else by the count of lines. */
function readLineRows(search: Search, from: number, columns: readonly Column[]): number {
  const { paragraphs, uses } = search;
  let at = from;
  while (at < paragraphs.length && uses[at] === "body") {
    const next = findRowEnd(search, at, columns);
    if (next <= at) return at;
    search.rows.set(at, readLineRow(search, at, next, columns));
    for (let line = at; line < next; line++) uses[line] = line === at ? "row" : "cell";
    at = next;
  }
  return at;
}

/** A cell may hold several paragraphs, but no row is longer than this. */
const longestRow = 40;

function findRowEnd({ text, paragraphs, uses }: Search, at: number, columns: readonly Column[]): number {
  const first = paragraphs[at] as Paragraph;
  const endOf = (index: number): number => {
    let line = index;
    while (paragraphs[line] && (paragraphs[line] as Paragraph).number < first.number + columns.length) line++;
    return line;
  };
  if (columns[0] !== "number") return isFullRow(text, paragraphs, at, columns) ? endOf(at) : at;
  const number = numberOf(text, first);
  if (number === null) return at;
  for (let line = at + 1; line < Math.min(paragraphs.length, at + longestRow); line++) {
    if (uses[line] !== "body") break;
    const below = paragraphs[line] as Paragraph;
    if (below.number >= first.number + columns.length && numberOf(text, below) === number + 1) return line;
  }
  return endOf(at);
}

/** Without numbers only a row whose last column reads as a time or a unit is believed. */
function isFullRow(
  text: string,
  paragraphs: readonly Paragraph[],
  at: number,
  columns: readonly Column[],
): boolean {
  const limit = columns.indexOf("limit");
  const line = paragraphs[at + limit];
  if (limit < 0 || !line || line.number !== (paragraphs[at] as Paragraph).number + limit) return false;
  return /[年月日季前底]|长期|立行|持续|适时/.test(
    text.slice(line.start, Math.min(line.end, line.start + 20)),
  );
}

/** Line by line when each cell is one paragraph; else what is too much belongs to the columns that say what to do. */
function readLineRow(search: Search, at: number, next: number, columns: readonly Column[]): TableRow {
  const { text, paragraphs } = search;
  const lines = paragraphs.slice(at, next);
  const first = (lines[0] as Paragraph).number;
  const isPlain = (lines.at(-1) as Paragraph).number < first + columns.length;
  const tail = columns.length - 1 - columns.findLastIndex((column) => column === "content");
  const cells = lines.map(({ start, end, number }, line): Cell => {
    if (isPlain) return { start, end, column: columns[number - first] ?? "other" };
    const fromEnd = lines.length - line;
    if (line === 0) return { start, end, column: columns[0] as Column };
    return {
      start,
      end,
      column: fromEnd <= tail ? (columns[columns.length - fromEnd] as Column) : "content",
    };
  });
  return makeRow(text, cells);
}
