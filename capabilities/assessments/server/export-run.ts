import { endpoint, exportedBy } from "#platform/http/index.ts";
import type { MeasureValue } from "#platform/kernel/measure.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { writeScore, writeTotal } from "#platform/kernel/score.ts";
import { type WorkbookSheet, writeWorkbook } from "#platform/spreadsheets/index.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { writeValue } from "#rooms/measures/core/index.ts";
import { exportRunRoute } from "../contract.ts";
import { getMeasure } from "../core/index.ts";
import { describeRows } from "./describe-standing.ts";
import { findBeforeRun, type ScoresBefore } from "./find-before.ts";
import { type FrozenRun, listRunValues } from "./frozen-run.ts";
import { assessmentProblems } from "./problems.ts";
import { readRunFor } from "./read-runs.ts";

export const exportRun = endpoint(exportRunRoute, {
  problems: assessmentProblems,
  records: { "assessment.export": "导出考核结果" },
  async run(context) {
    const { actor, tx, params } = context;
    const found = await readRunFor(context, params.runId);
    if (!found) return fail({ code: "run-not-found" });
    const { run, maySee } = found;
    const values = (await listRunValues(tx, actor.areaCode, run.id)).filter(({ unitId }) => maySee(unitId));
    const before = await findBeforeRun(tx, actor.areaCode, run);
    const content = await writeWorkbook({
      createdOn: run.frozenOn,
      author: run.frozenByName,
      exported: exportedBy(context),
      sheets: [rankSheet(run, maySee, before), recordSheet(run, values)],
    });
    await recordAudit(tx, context, {
      action: "assessment.export",
      subjectKind: "run",
      subjectId: run.id,
      subjectTitle: run.title,
    });
    const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return succeed({ fileName: `${run.title}.xlsx`, mediaType, content });
  },
});

/** 名次台账: one row a unit, value, score and rank of each measure beside each other. */
export function rankSheet(
  run: FrozenRun,
  maySee: (unitId: string) => boolean,
  before: ScoresBefore | null,
): WorkbookSheet {
  const { inForce } = run;
  const decimals = inForce.scheme.publishedDecimals;
  const heads = inForce.scheme.indicators.map(({ measure }) => getMeasure(inForce, measure));
  const rows = describeRows({ ...run, runId: run.id, before }, maySee);
  return {
    name: "得分名次",
    title: run.title,
    notice: noticeOf(run),
    columns: [
      { title: "名次", kind: "number", width: 6 },
      { title: "单位", width: 20 },
      { title: "总分", kind: "number", width: 9 },
      { title: "与第一名差距", kind: "number", width: 9 },
      { title: "上期名次", kind: "number", width: 6 },
      { title: "升（降）位次", kind: "number", width: 7 },
      ...heads.flatMap(({ name }) => [
        { title: name, width: 10, alignment: "center" as const },
        { title: `${name}得分`, kind: "number" as const, width: 9 },
        { title: `${name}名次`, kind: "number" as const, width: 7 },
      ]),
    ],
    rows: rows.map((row) => [
      row.rank,
      row.unitName,
      row.total === null ? "不排名" : Number(writeTotal(row.total, decimals)),
      row.gapToFirst === null ? null : Number(writeTotal(row.gapToFirst, decimals)),
      row.rankBefore,
      row.placesUp,
      ...row.indicators.flatMap((scored, at) => [
        heads[at] ? writeValue(heads[at], scored) : "",
        scored.score === null ? "不适用" : Number(writeScore(scored.score, decimals)),
        scored.rank,
      ]),
    ]),
  };
}

/** 依据记录: every record behind every number. */
function recordSheet(run: FrozenRun, values: readonly MeasureValue[]): WorkbookSheet {
  return {
    name: "依据记录",
    title: `${run.title}依据记录`,
    notice: noticeOf(run),
    columns: [
      { title: "单位", width: 20 },
      { title: "指标", width: 20 },
      { title: "事项", width: 44 },
      { title: "计入分子", kind: "number", width: 9 },
      { title: "计入分母", kind: "number", width: 9 },
      { title: "依据", width: 60 },
    ],
    rows: values.flatMap((value) =>
      value.records.map((record) => [
        run.nameOf.get(value.unitId) ?? "",
        getMeasure(run.inForce, value.measure).name,
        record.title,
        record.numerator,
        record.denominator,
        record.why,
      ]),
    ),
  };
}

const noticeOf = ({ period, inForce, inputDigest }: FrozenRun): string =>
  `考核期${period.from}至${period.cutoff}，${inForce.scheme.name}第${inForce.scheme.version}版，输入摘要${inputDigest.slice(0, 12)}`;
