import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Measure } from "#platform/kernel/measure.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { fullTotal, roundTotal } from "#platform/kernel/score.ts";
import {
  averageTotal,
  compareWithBefore,
  describeMethod,
  findBand,
  type Indicator,
  type Method,
  namePeriod,
  periodBefore,
  type Scheme,
  type SchemeInForce,
  scoreIndicator,
  scoreUnits,
  selectCostliest,
  type UnitInput,
  validateScheme,
  writeCanonicalInputs,
} from "./index.ts";

const seeded = { seed: 20_261_120, numRuns: 300 };

const measureOf = (code: string, changes: Partial<Measure> = {}): Measure => ({
  code,
  name: code,
  kind: "percent",
  unitName: "%",
  numerator: "",
  denominator: "",
  rule: "",
  source: "",
  better: "higher",
  use: "scored",
  ...changes,
});

const measures = [
  measureOf("onTime"),
  measureOf("overdue", { better: "lower" }),
  measureOf("late", { kind: "average", unitName: "个工作日", better: "lower" }),
  measureOf("passed"),
];
const catalogue = new Map(measures.map((measure) => [measure.code, measure]));

const indicatorOf = (
  measure: string,
  weightBasisPoints: number,
  changes: Partial<Indicator> = {},
): Indicator => ({
  measure,
  weightBasisPoints,
  standardHundredths: 10_000,
  method: { kind: "ratio" },
  floorHundredths: 0,
  capHundredths: 10_000,
  whenNoData: "dropAndRescale",
  ...changes,
});

const steps: Method = {
  kind: "stepTable",
  steps: [
    { threshold: 0, scoreHundredths: 10_000 },
    { threshold: 1_000, scoreHundredths: 6_000 },
  ],
};

const scheme: Scheme = {
  code: "test",
  version: 1,
  name: "测试方案",
  source: "测试",
  publishedDecimals: 2,
  group: { name: "乡镇（街道）", unitKinds: ["township"] },
  indicators: [
    indicatorOf("onTime", 4_000),
    indicatorOf("overdue", 2_000, { method: steps }),
    indicatorOf("late", 3_000, { method: { kind: "deductPerUnit", deductHundredths: 1_000 } }),
    indicatorOf("passed", 1_000, { standardHundredths: 3_000, capHundredths: 3_000 }),
  ],
  bands: [
    { atLeast: 800_000, word: "80分以上", lamp: "green" },
    { atLeast: 0, word: "80分以下", lamp: "red" },
  ],
};
type Case = readonly [code: string, numerator: number, denominator: number];

const inForce: SchemeInForce = { scheme, measures };

const unitOf = (unitId: string, values: Readonly<Record<string, readonly [number, number]>>): UnitInput => ({
  unitId,
  values: Object.entries(values).map(([measure, [numerator, denominator]]) => ({
    measure,
    numerator,
    denominator,
  })),
});

describe("单项得分", () => {
  const score = (method: Method, [code, numerator, denominator]: Case, more: Partial<Indicator> = {}) =>
    scoreIndicator(indicatorOf(code, 1, { method, ...more }), catalogue.get(code) ?? measureOf(code), {
      numerator,
      denominator,
    });
  const eachEvent: Method = { kind: "deductPerEvent", deductHundredths: 500 };
  const eachDay: Method = { kind: "deductPerUnit", deductHundredths: 1_000 };
  const share: Method = { kind: "ratio" };
  test.each<[string, Method, Case, number]>([
    ["按比例，越高越好", share, ["onTime", 6, 7], 8_571],
    ["按比例，越低越好", share, ["overdue", 1, 8], 8_750],
    ["每项扣分", eachEvent, ["overdue", 3, 9], 8_500],
    ["平均每个工作日扣分", eachDay, ["late", 3, 2], 8_500],
    ["扣到下限为止", eachDay, ["late", 99, 2], 0],
    ["步长表恰在界上", steps, ["overdue", 1, 10], 6_000],
    ["步长表界外取下限", steps, ["overdue", 2, 10], 0],
  ])("%s", (_name, method, counted, expected) => expect(score(method, counted)).toBe(expected));

  test.each([
    ["不计并折算", "dropAndRescale", null],
    ["计满分", "full", 10_000],
    ["计零分", "zero", 0],
  ] as const)("没有数据时%s", (_name, whenNoData, expected) =>
    expect(score(share, ["onTime", 0, 0], { whenNoData })).toBe(expected),
  );

  test("写明怎样计分", () =>
    expect(
      describeMethod(indicatorOf("overdue", 1, { method: steps }), measures[1] ?? measureOf("overdue")),
    ).toBe(
      "标准分100分，不超过0.0%得100.00分，不超过10.0%得60.00分，其余得0分；" +
        "没有可统计的事项时不计此项，其余指标按权重折算。",
    ));
});

describe("总分、名次、差距", () => {
  const scored = scoreUnits(inForce, [
    unitOf("甲", { onTime: [9, 10], overdue: [0, 10], late: [0, 10], passed: [10, 10] }),
    unitOf("乙", { onTime: [8, 10], overdue: [1, 10], late: [10, 10], passed: [10, 10] }),
    unitOf("丙", { onTime: [9, 10], overdue: [0, 10], late: [0, 10], passed: [10, 10] }),
    unitOf("丁", { onTime: [0, 0], overdue: [0, 0], late: [0, 0], passed: [0, 0] }),
    unitOf("戊", { onTime: [8, 10], overdue: [0, 10] }),
  ]);

  test("手算核对", () =>
    expect(scored.map(({ unitId, total, rank, gapToFirst }) => [unitId, total, rank, gapToFirst])).toEqual([
      ["甲", 960_000, 1, 0],
      ["乙", 810_000, 4, 150_000],
      ["丙", 960_000, 1, 0],
      ["丁", null, null, null],
      // (4000×80 + 2000×100) / 6000 = 86.6667
      ["戊", 866_667, 3, 93_300],
    ]));

  test("失分最多的指标排在前面", () => {
    const second = scored[1];
    expect(selectCostliest(second?.indicators ?? []).map(({ measure, lost }) => [measure, lost])).toEqual([
      ["onTime", 80_000],
      ["overdue", 80_000],
      ["late", 30_000],
    ]);
  });

  test("单项名次，没有数据的不排", () =>
    expect(scored.map(({ indicators }) => indicators[2]?.rank)).toEqual([1, 3, 1, null, null]));

  test("总分落在哪一档", () => {
    expect(findBand(scheme, 800_000)?.word).toBe("80分以上");
    expect(findBand(scheme, 799_999)?.lamp).toBe("red");
  });
});

describe("计分的规律", () => {
  const anyValue = fc
    .nat({ max: 40 })
    .chain((denominator) => fc.tuple(fc.nat({ max: denominator }), fc.constant(denominator)));
  const anyUnit = fc.tuple(anyValue, anyValue, anyValue, anyValue).map(([onTime, overdue, late, passed]) => ({
    onTime,
    overdue,
    late,
    passed,
  }));
  const anyGroup = fc
    .array(anyUnit, { minLength: 1, maxLength: 20 })
    .map((units) => units.map((values, index) => unitOf(`单位${String(index).padStart(2, "0")}`, values)));

  test("单位怎样排列都不改变任何一个得分和名次", () => {
    fc.assert(
      fc.property(anyGroup, fc.nat(), (group, turn) => {
        const at = turn % group.length;
        const turned = [...group.slice(at), ...group.slice(0, at)].reverse();
        const byUnit = new Map(scoreUnits(inForce, turned).map((unit) => [unit.unitId, unit]));
        for (const unit of scoreUnits(inForce, group)) expect(byUnit.get(unit.unitId)).toEqual(unit);
      }),
      seeded,
    );
  });

  test("指标怎样排列都不改变总分、名次和失分", () => {
    const turned: SchemeInForce = {
      ...inForce,
      scheme: { ...scheme, indicators: [...scheme.indicators].reverse() },
    };
    fc.assert(
      fc.property(anyGroup, (group) => {
        const other = scoreUnits(turned, group);
        scoreUnits(inForce, group).forEach((unit, index) => {
          expect(other[index]).toEqual({ ...unit, indicators: [...unit.indicators].reverse() });
        });
      }),
      seeded,
    );
  });

  test("总分加各项失分恰为100分", () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        for (const { total, indicators } of scoreUnits(inForce, group)) {
          const lost = indicators.reduce((sum, each) => sum + each.lost, 0);
          expect(total === null ? 0 : total + lost).toBe(total === null ? 0 : fullTotal);
        }
      }),
      seeded,
    );
  });

  test("任何一项改好，总分不会降低，名次不会后退", () => {
    fc.assert(
      fc.property(anyGroup, fc.nat(), fc.nat({ max: 3 }), (group, at, which) => {
        const index = at % group.length;
        const code = scheme.indicators[which]?.measure ?? "onTime";
        const step = catalogue.get(code)?.better === "higher" ? 1 : -1;
        const better = group.map((unit, position) =>
          position !== index
            ? unit
            : { ...unit, values: unit.values.map((value) => moved(value, code, step)) },
        );
        const before = scoreUnits(inForce, group)[index];
        const after = scoreUnits(inForce, better)[index];
        expect(after?.total ?? 0).toBeGreaterThanOrEqual(before?.total ?? 0);
        expect(after?.rank ?? 0).toBeLessThanOrEqual(before?.rank ?? 0);
      }),
      seeded,
    );
  });

  test("公布的总分相同则名次相同，差距等于公布的总分之差", () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        const scored = scoreUnits(inForce, group);
        const shown = scored.map(({ total }) => (total === null ? null : roundTotal(total, 2)));
        const first = Math.max(...shown.map((total) => total ?? 0));
        scored.forEach(({ rank, gapToFirst }, index) => {
          const total = shown[index] ?? null;
          expect(rank).toBe(
            total === null ? null : 1 + shown.filter((other) => (other ?? -1) > total).length,
          );
          expect(gapToFirst).toBe(total === null ? null : first - total);
        });
      }),
      seeded,
    );
  });

  const moved = (value: UnitInput["values"][number], code: string, step: number) => {
    const numerator = value.numerator + step;
    const isPossible = value.measure === code && numerator >= 0 && numerator <= value.denominator;
    return isPossible ? { ...value, numerator } : value;
  };
});

describe("方案审查", () => {
  test("好的方案没有问题", () => expect(validateScheme(scheme, catalogue)).toEqual([]));

  const broken = (change: Partial<Indicator>): Scheme => ({
    ...scheme,
    indicators: scheme.indicators.map((indicator, at) =>
      at === 1 ? { ...indicator, ...change } : indicator,
    ),
  });
  test.each([
    ["权重之和不是100%", broken({ weightBasisPoints: 1_999 }), "weights-not-whole"],
    ["同一指标两次", broken({ measure: "onTime", method: { kind: "ratio" } }), "measure-twice"],
    ["没有这个指标口径", broken({ measure: "meetingsHeld" }), "measure-unknown"],
    ["分数不是整数", broken({ capHundredths: 10_000.5 }), "number-not-integer"],
    ["上限低于标准分", broken({ capHundredths: 9_000 }), "limits-crossed"],
    [
      "步长倒置，做得好反而得分低",
      broken({
        method: { kind: "stepTable", steps: [...(steps.kind === "stepTable" ? steps.steps : [])].reverse() },
      }),
      "steps-not-descending",
    ],
    ["平均值不能按比例计分", broken({ measure: "late", method: { kind: "ratio" } }), "method-does-not-fit"],
    ["公布位数过多", { ...scheme, publishedDecimals: 5 }, "decimals-out-of-range"],
    ["分数线没有到零", { ...scheme, bands: scheme.bands.slice(0, 1) }, "bands-not-descending"],
    ["没有考核对象", { ...scheme, group: { name: "", unitKinds: [] } }, "group-empty"],
    ["没有指标", { ...scheme, indicators: [] }, "no-indicator"],
  ])("%s", (_name, wrong, code) =>
    expect(validateScheme(wrong, catalogue).map((problem) => problem.code)).toContain(code),
  );

  test("只供对照的口径不能计分", () => {
    const shown = new Map(catalogue).set("overdue", measureOf("overdue", { better: "lower", use: "shown" }));
    expect(validateScheme(scheme, shown)).toEqual([{ code: "measure-not-scored", indicator: "overdue" }]);
  });
});

describe("考核期", () => {
  test.each([
    ["2026-01-01", "2026-03-31", "2026年第一季度"],
    ["2026-07-01", "2026-09-30", "2026年第三季度"],
    ["2026-01-01", "2026-06-30", "2026年上半年"],
    ["2026-01-01", "2026-12-31", "2026年度"],
    ["2026-01-01", "2026-11-20", "2026年1月1日至11月20日"],
    ["2025-12-01", "2026-02-28", "2025年12月1日至2026年2月28日"],
  ])("%s至%s是%s", (from, cutoff, expected) =>
    expect(namePeriod({ from: plainDate(from), cutoff: plainDate(cutoff) })).toBe(expected),
  );
});

describe("冻结的输入", () => {
  const period = { from: plainDate("2026-01-01"), cutoff: plainDate("2026-03-31") };
  const value = (unitId: string, why: string) => ({
    measure: "onTime",
    unitId,
    numerator: 1,
    denominator: 1,
    records: [{ kind: "task" as const, id: "1", title: "事项", numerator: 1, denominator: 1, why }],
  });

  test("次序和字段名的先后不影响文本", () => {
    const text = writeCanonicalInputs({
      inForce,
      period,
      values: [value("甲", "按期"), value("乙", "按期")],
    });
    const reordered = JSON.parse(
      JSON.stringify({ period, inForce, values: [value("乙", "按期"), value("甲", "按期")] }),
    );
    expect(writeCanonicalInputs(reordered)).toBe(text);
  });

  test("一条记录改动一个字，文本就不同", () =>
    expect(writeCanonicalInputs({ inForce, period, values: [value("甲", "按期")] })).not.toBe(
      writeCanonicalInputs({ inForce, period, values: [value("甲", "超期")] }),
    ));
});

describe("与上期相比", () => {
  test.each([
    ["一季度比上年四季度", "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"],
    ["三季度比二季度", "2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30"],
    ["下半年比上半年", "2026-07-01", "2026-12-31", "2026-01-01", "2026-06-30"],
    ["全年比上年", "2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31"],
    ["三月比二月", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"],
    ["前三季度不是一个整期，比上年同期", "2026-01-01", "2026-09-30", "2025-01-01", "2025-09-30"],
    ["本年以来比上年同期", "2026-01-01", "2026-11-24", "2025-01-01", "2025-11-24"],
    ["闰年2月29日比上年2月28日", "2028-01-01", "2028-02-29", "2027-01-01", "2027-02-28"],
  ])("%s", (_name, from, cutoff, fromBefore, cutoffBefore) =>
    expect(periodBefore({ from: plainDate(from), cutoff: plainDate(cutoff) })).toEqual({
      from: fromBefore,
      cutoff: cutoffBefore,
    }),
  );

  const scored = (unitId: string, rank: number | null, total: number | null) => ({
    unitId,
    rank,
    total,
    gapToFirst: null,
    indicators: [],
  });
  const now = [
    scored("甲", 1, 912_345),
    scored("乙", 2, 900_000),
    scored("丙", null, null),
    scored("丁", 3, 1),
  ];
  const past = [scored("甲", 3, 800_054), scored("乙", 1, 950_000), scored("丙", 2, 900_000)];

  test.each([
    ["上升两位，分差按公布的两位小数相减", "甲", { rankBefore: 3, placesUp: 2, totalChange: 112_200 }],
    ["下降一位", "乙", { rankBefore: 1, placesUp: -1, totalChange: -50_000 }],
    ["本期不排名，无升降", "丙", { rankBefore: 2, placesUp: null, totalChange: null }],
    ["上期没有参加，不说升降", "丁", { rankBefore: null, placesUp: null, totalChange: null }],
  ])("%s", (_name, unitId, expected) =>
    expect(compareWithBefore(now, past, 2).get(unitId)).toEqual(expected),
  );

  test("平均只算参加排名的；没有人参加就没有平均", () => {
    expect(averageTotal(now.slice(0, 3), 2)).toBe(906_150);
    expect(averageTotal([scored("丙", null, null)], 2)).toBeNull();
  });

  test("自己与自己相比，位次和分数都不动", () => {
    for (const { placesUp, totalChange } of compareWithBefore(now, now, 2).values()) {
      expect([placesUp ?? 0, totalChange ?? 0]).toEqual([0, 0]);
    }
  });
});
