import { type PlainDate, writeDateInChinese, yearOf } from "#platform/kernel/plain-date.ts";
import { type Clause, decompose } from "#rooms/directives/core/index.ts";
import { idOf } from "../identifiers.ts";
import type { SampleHolding } from "../people/holders.ts";
import type { SampleUnit } from "../units/unit-seed.ts";
import type { DocumentSpec } from "./content/item-spec.ts";
import { instantOf, writeDeadline } from "./setting.ts";

export interface SampleClause extends Clause {
  readonly rowId: string;
  readonly parentRowId: string | null;
}

/** A superior's document as it was uploaded and decomposed. */
export interface SampleDocument {
  readonly id: string;
  readonly unitId: string;
  readonly title: string;
  readonly number: string | null;
  readonly year: number;
  readonly date: PlainDate;
  readonly fileName: string;
  readonly content: string;
  readonly enteredAt: Date;
  readonly enteredByName: string;
  readonly clauses: readonly SampleClause[];
}

/** What the document asks for: the words that an item of the list repeats, and for whom and until when. */
export interface Demand {
  readonly title: string;
  readonly content: string;
  readonly receivers: string;
  readonly dueDate: PlainDate;
}

export const fillYear = (text: string, day: PlainDate): string =>
  text.replaceAll("【年】", String(yearOf(day)));

/** Writes the document that a list was made from, and reads it as the program does. */
export function writeDirective(
  key: string,
  spec: DocumentSpec,
  demands: readonly Demand[],
  entry: { readonly day: PlainDate; readonly unit: SampleUnit; readonly by: SampleHolding },
): SampleDocument {
  const { day } = entry;
  const title = fillYear(spec.title, day);
  const content = writers[spec.form](spec, demands, day);
  const id = idOf(`document/${key}`, day);
  const rowIdOf = (clauseId: string): string => idOf(`clause/${key}/${clauseId}`, day);
  const clauses = decompose(content).clauses.map((clause) => ({
    ...clause,
    rowId: rowIdOf(clause.id),
    parentRowId: clause.parentId === null ? null : rowIdOf(clause.parentId),
  }));
  return {
    id,
    unitId: entry.unit.id,
    title,
    number: spec.number === "" ? null : fillYear(spec.number, day),
    year: yearOf(day),
    date: day,
    fileName: `${title}.txt`,
    content,
    enteredAt: new Date(instantOf(day, 600)),
    enteredByName: entry.by.person.name,
    clauses,
  };
}

/** The innermost clause in which these words stand. */
export function findClauseOf(document: SampleDocument, words: string): SampleClause | null {
  const at = document.content.indexOf(words);
  if (at < 0) return null;
  return document.clauses.findLast((clause) => clause.start <= at && at < clause.end) ?? null;
}

type Writer = (spec: DocumentSpec, demands: readonly Demand[], day: PlainDate) => string;

const writers: Readonly<Record<DocumentSpec["form"], Writer>> = {
  points: (spec, demands, day) =>
    join([
      "中共清源县委党的建设工作领导小组文件",
      "",
      fillYear(spec.number, day),
      "",
      fillYear(spec.title, day),
      "",
      spec.addressee,
      `　　${fillYear(spec.opening, day)}`,
      "一、重点任务",
      ...demands.map(({ title, content, receivers, dueDate }, index) => {
        const brackets = `（责任单位：${receivers}；完成时限：${writeDeadline(dueDate)}）`;
        return `${index + 1}. ${title}。${content}${brackets}`;
      }),
      "二、工作要求",
      ...spec.closing.map((line, index) => `（${"一二三四".charAt(index)}）${line}`),
      "",
      "中共清源县委党的建设工作领导小组",
      writeDateInChinese(day),
    ]),
  speech: (spec, demands, day) =>
    join([
      fillYear(spec.title, day),
      `（${writeDateInChinese(day)}）`,
      "",
      spec.addressee,
      spec.opening,
      "一、突出重点，把任务落到实处",
      demands
        .map(({ title, content, dueDate }, index) => {
          const marker = `${"一二三四五六七八九".charAt(index)}要`;
          return `${marker}${title}。${content}${writeDeadline(dueDate)}必须见到成效。`;
        })
        .join(""),
      "二、压实责任，把压力传到末梢",
      ...spec.closing,
    ]),
  notice: (spec, demands, day) =>
    join([
      fillYear(spec.title, day),
      "",
      fillYear(spec.number, day),
      "",
      spec.addressee,
      spec.opening,
      ...demands.map(
        ({ title, content, receivers, dueDate }, index) =>
          `${index + 1}、${title}。${content}责任单位：${receivers}，${writeDeadline(dueDate)}完成。`,
      ),
      ...spec.closing,
      "",
      "中共清源县委组织部",
      writeDateInChinese(day),
    ]),
};

const join = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
