import type { MeasureRecord } from "#platform/kernel/measure.ts";
import type { AnnouncedRun } from "./announced-run.ts";
import { type BulletinBlock, heading, paragraph } from "./bulletin-document.ts";
import { listPlaced } from "./overall-section.ts";
import { selectProblems, type UnitProblems } from "./problems-by-unit.ts";

/** Named one by one up to here; the ledger in the attachment has them all. */
const mostNamed = 2;

/** The worst placed first: that is where help is needed. */
const listProblems = (run: AnnouncedRun): readonly UnitProblems[] =>
  selectProblems(
    [...listPlaced(run)].reverse().map(({ unitId }) => unitId),
    run.values,
  );

export function describeProblems(run: AnnouncedRun): readonly BulletinBlock[] {
  const problems = listProblems(run);
  if (problems.length === 0) return [paragraph("本期没有逾期、退回和重新办理的事项。")];
  return problems.map(({ unitId, kinds }, index) =>
    heading(
      3,
      `${index + 1}.${run.nameOf.get(unitId) ?? ""}。`,
      kinds.map(({ name, records }) => describeKind(name, records)).join(""),
    ),
  );
}

function describeKind(name: string, records: readonly MeasureRecord[]): string {
  const named = records.slice(0, mostNamed).map(({ title }) => `“${title}”`);
  const rest = records.length > mostNamed ? "等" : "";
  return `${name}${records.length}项，为${named.join("、")}${rest}。`;
}

/** 附件 问题台账: one row a problem, or null when there is none. */
export function problemTable(run: AnnouncedRun): BulletinBlock | null {
  const rows = listProblemRows(run);
  if (rows.length === 0) return null;
  return {
    kind: "table",
    columns: [
      { title: "序号", widthShare: 1.5 },
      { title: "单位", widthShare: 3 },
      { title: "问题", widthShare: 3 },
      { title: "事项", widthShare: 6, alignment: "left" },
      { title: "情况", widthShare: 6, alignment: "left" },
    ],
    rows: rows.map(({ unitName, kind, record }, index) => [
      String(index + 1),
      unitName,
      kind,
      record.title,
      record.why,
    ]),
  };
}

export const listProblemRows = (run: AnnouncedRun) =>
  listProblems(run).flatMap(({ unitId, kinds }) =>
    kinds.flatMap(({ name, records }) =>
      records.map((record) => ({ unitName: run.nameOf.get(unitId) ?? "", kind: name, record })),
    ),
  );
