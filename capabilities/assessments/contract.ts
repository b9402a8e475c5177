import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";

const nullable = Type.Union([Type.String(), Type.Null()]);
const integerOrNull = Type.Union([Type.Integer(), Type.Null()]);
const day = (title: string) => Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", title });
const better = Type.Union([Type.Literal("higher"), Type.Literal("lower")]);
const kind = Type.Union([Type.Literal("percent"), Type.Literal("average")]);
const lamp = Type.Union([
  Type.Literal("green"),
  Type.Literal("amber"),
  Type.Literal("red"),
  Type.Literal("grey"),
]);

/** From the first day to the 截止日; without both, the assessment year so far. */
const periodQuery = Type.Object({
  from: Type.Optional(day("起始日")),
  cutoff: Type.Optional(day("截止日")),
});

const unitParams = Type.Object({ unitId: Type.String({ format: "uuid" }) });
const runParams = Type.Object({ runId: Type.String({ format: "uuid" }) });
const runUnitParams = Type.Object({
  runId: Type.String({ format: "uuid" }),
  unitId: Type.String({ format: "uuid" }),
});

const indicatorHead = Type.Object({
  measure: Type.String(),
  name: Type.String(),
  kind,
  unitName: Type.String(),
  better,
  weightBasisPoints: Type.Integer(),
});

const schemeHead = Type.Object({
  code: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  source: Type.String(),
  publishedDecimals: Type.Integer(),
  groupName: Type.String(),
  indicators: Type.Array(indicatorHead),
});

/** score in hundredths of a point (null: not applicable), lost in ten-thousandths of the total. */
const indicatorScore = Type.Object({
  measure: Type.String(),
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  score: integerOrNull,
  rank: integerOrNull,
  lost: Type.Integer(),
});

/** total and gapToFirst in ten-thousandths of a point; null: unranked, nothing was measurable. */
const totals = {
  total: integerOrNull,
  rank: integerOrNull,
  gapToFirst: integerOrNull,
  /** Movement since the period that it is compared with; null: not ranked in both. */
  rankBefore: integerOrNull,
  placesUp: integerOrNull,
  totalChange: integerOrNull,
  lamp,
  lampWord: Type.String(),
};

const standingRow = Type.Object({
  unitId: Type.String(),
  unitName: Type.String(),
  ...totals,
  indicators: Type.Array(indicatorScore),
});

/** The period before, from a frozen run where there is one; null when that period had nothing to rank. */
const comparedWith = Type.Union([
  Type.Null(),
  Type.Object({ from: Type.String(), cutoff: Type.String(), periodName: Type.String(), runId: nullable }),
]);

const groupParts = {
  comparedWith,
  /** Mean of the totals of those that are ranked, in ten-thousandths of a point. */
  averageTotal: integerOrNull,
};

const standingParts = {
  scheme: schemeHead,
  from: Type.String(),
  cutoff: Type.String(),
  periodName: Type.String(),
  ...groupParts,
  /** Mean score per indicator in hundredths of a point, in the scheme's order. */
  averageScores: Type.Array(integerOrNull),
  /** All units of the group are in rows; false: only those of the reader. */
  isWhole: Type.Boolean(),
  unitCount: Type.Integer(),
  rankedCount: Type.Integer(),
  rows: Type.Array(standingRow),
};

export const getStandingRoute = defineRoute({
  id: "assessments.standing",
  method: "GET",
  path: "/standing",
  summary: "考核实时得分与名次：按截止日试算",
  query: periodQuery,
  response: Type.Object({ ...standingParts, mayFreeze: Type.Boolean() }),
});

const explainedRecord = Type.Object({
  kind: Type.Literal("task"),
  id: Type.String(),
  title: Type.String(),
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  why: Type.String(),
});

const explainedMeasure = {
  measure: Type.String(),
  name: Type.String(),
  kind,
  unitName: Type.String(),
  better,
  numeratorWords: Type.String(),
  denominatorWords: Type.String(),
  rule: Type.String(),
  source: Type.String(),
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  valueWords: Type.String(),
  records: Type.Array(explainedRecord),
};

const explainedIndicator = Type.Object({
  ...explainedMeasure,
  weightBasisPoints: Type.Integer(),
  methodWords: Type.String(),
  score: integerOrNull,
  rank: integerOrNull,
  rankedCount: Type.Integer(),
  lost: Type.Integer(),
  averageScore: integerOrNull,
  rankBefore: integerOrNull,
});

const unitStanding = Type.Object({
  scheme: schemeHead,
  from: Type.String(),
  cutoff: Type.String(),
  periodName: Type.String(),
  ...groupParts,
  runId: nullable,
  unitId: Type.String(),
  unitName: Type.String(),
  ...totals,
  unitCount: Type.Integer(),
  rankedCount: Type.Integer(),
  /** Measures that took points from the total, the dearest first. */
  costliest: Type.Array(Type.String()),
  indicators: Type.Array(explainedIndicator),
  /** Told to the unit, never scored; a frozen run has none. */
  shown: Type.Array(Type.Object(explainedMeasure)),
});

export const getUnitStandingRoute = defineRoute({
  id: "assessments.unitStanding",
  method: "GET",
  path: "/standing/:unitId",
  summary: "一个单位的得分：总分、名次、差距、每项指标的规则和记录",
  params: unitParams,
  query: periodQuery,
  response: unitStanding,
});

const runSummary = Type.Object({
  id: Type.String(),
  title: Type.String(),
  groupName: Type.String(),
  schemeName: Type.String(),
  schemeVersion: Type.Integer(),
  from: Type.String(),
  cutoff: Type.String(),
  periodName: Type.String(),
  frozenAt: Type.String(),
  frozenByName: Type.String(),
  inputDigest: Type.String(),
});

export const freezeRunRoute = defineRoute({
  id: "assessments.freeze",
  method: "POST",
  path: "/runs",
  summary: "冻结考核结果：保存方案、输入、得分和名次，以后可逐位核对",
  body: Type.Object({
    from: day("起始日"),
    cutoff: day("截止日"),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200, title: "名称" })),
  }),
  response: Type.Object({ runId: Type.String() }),
});

export const listRunsRoute = defineRoute({
  id: "assessments.runs",
  method: "GET",
  path: "/runs",
  summary: "已冻结的考核结果",
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 80 })) }),
  response: Type.Object({ runs: Type.Array(runSummary), next: nullable }),
});

export const getRunRoute = defineRoute({
  id: "assessments.run",
  method: "GET",
  path: "/runs/:runId",
  summary: "一次冻结的考核结果",
  params: runParams,
  response: Type.Object({ ...standingParts, run: runSummary, mayVerify: Type.Boolean() }),
});

export const getRunUnitRoute = defineRoute({
  id: "assessments.runUnit",
  method: "GET",
  path: "/runs/:runId/units/:unitId",
  summary: "冻结结果中一个单位的得分和依据",
  params: runUnitParams,
  response: unitStanding,
});

export const verifyRunRoute = defineRoute({
  id: "assessments.verify",
  method: "GET",
  path: "/runs/:runId/verification",
  summary: "核对：用冻结的输入重新计算，逐位比较",
  params: runParams,
  response: Type.Object({
    /** The inputs are those that were frozen: their digest is the same. */
    isInputSame: Type.Boolean(),
    /** Every score, total, rank, gap and lost point comes out the same. */
    isResultSame: Type.Boolean(),
    /** Counting again from the log of today gives the same inputs; false when the calendar or the tree changed. */
    isLogSame: Type.Boolean(),
    storedDigest: Type.String(),
    recomputedDigest: Type.String(),
    comparedNumbers: Type.Integer(),
    differences: Type.Array(Type.String()),
  }),
});

export const exportRunRoute = defineRoute({
  id: "assessments.exportRun",
  method: "GET",
  path: "/runs/:runId/ledger.xlsx",
  summary: "冻结结果台账：总分名次、各项得分、依据记录",
  params: runParams,
  response: Type.Null(),
  download: true,
});
