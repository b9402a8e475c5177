import { describe, expect, test } from "vitest";
import { parsePlainDate } from "#platform/kernel/plain-date.ts";
import { readAssignments } from "./brackets.ts";
import type { Calendar } from "./calendar.ts";
import { readDeadlines } from "./deadlines.ts";
import { decompose } from "./decompose.ts";
import { readFrequencies } from "./frequencies.ts";
import { readSubjects } from "./organizations.ts";
import { readQuantities } from "./quantities.ts";
import { readTimeLimit } from "./time-limits.ts";

describe("数量", () => {
  test.each([
    ["每个村至少储备3名后备干部", "atLeast", 3, null, "名", "村"],
    ["由每人联系1-2个基层党支部", "between", 1, 2, "个", "人"],
    ["整改率100%", "equal", 100, null, "%", null],
    ["覆盖率达到95%以上", "atLeast", 95, null, "%", null],
    ["占比不超过30%", "atMost", 30, null, "%", null],
    ["收入不低于上年", "notBelowLastYear", null, null, null, null],
    ["选派两名干部", "equal", 2, null, "名", null],
    ["储备三至五名", "between", 3, 5, "名", null],
    ["建成十五个示范点", "equal", 15, null, "个", null],
    ["培训一百二十人次", "equal", 120, null, "人次", null],
    ["最起码有一例", "atLeast", 1, null, "例", null],
    ["至多报送两篇", "atMost", 2, null, "篇", null],
    ["控制在3项以内", "atMost", 3, null, "项", null],
    ["面积60平方米左右", "equal", 60, null, "平方米", null],
    ["培育至少*个典型小区", "atLeast", null, null, "个", null],
    ["每村补助1.5万元", "equal", 1.5, null, "万元", "村"],
    ["补助1,200元", "equal", 1200, null, "元", null],
    ["每名党员不少于32学时", "atLeast", 32, null, "学时", "党员"],
    ["百分之九十以上达标", "atLeast", 90, null, "%", null],
    ["指定一名联络员", "equal", 1, null, "名", null],
    ["村均收入10万元以上", "atLeast", 10, null, "万元", "村"],
    ["提高5个百分点", "equal", 5, null, "个百分点", null],
    ["配备两三名骨干", "between", 2, 3, "名", null],
    ["女性不少于四分之一", "atLeast", 0.25, null, null, null],
    ["半数以上达标", "atLeast", 0.5, null, null, null],
    ["大专以上学历过半", "atLeast", 0.5, null, null, null],
    ["骨干占三成以上", "atLeast", 3, null, "成", null],
    ["收入翻一番", "equal", 1, null, "番", null],
    ["实现全覆盖", "equal", 100, null, "%", null],
    ["每20名党员至少培养1名", "atLeast", 1, null, "名", "20名党员"],
    ["村均收入超10万元", "atLeast", 10, null, "万元", "村"],
    ["1/3以上的支部达标", "atLeast", 1 / 3, null, null, null],
    ["新增支部至少3-5个", "between", 3, 5, "个", null],
    ["百分之百达标", "equal", 100, null, "%", null],
  ])("%s", (text, comparator, value, max, unit, per) => {
    expect(readQuantities(text, [])).toMatchObject([{ comparator, value, max, unit, per }]);
  });

  test.each([
    "落实三会一课",
    "推行四个一",
    "履行一岗双责",
    "迎接二十大",
    "排名第2名",
    "讲三个方面",
    "提四点意见",
    "第一名",
    "一村一策",
    "两个维护",
    "走出一条路子",
    "形成一批经验",
    "前3名通报",
    "抓好三件事",
    "用好两个市场",
    "未完成的扣5分",
    "实行百分制",
    "24小时值班",
    "每一个环节",
  ])("%s 不是数量", (text) => expect(readQuantities(text, [])).toEqual([]));
});

const calendar: Calendar = { year: 2023, date: parsePlainDate("2023-03-05"), yearIsGiven: false };
const undated: Calendar = { year: null, date: null, yearIsGiven: false };

describe("时限", () => {
  test.each([
    ["12月前整顿到位", "12月前", "2023-11-30"],
    ["12月底前", "12月底前", "2023-12-31"],
    ["6月底完成", "6月底", "2023-06-30"],
    ["年底前完成", "年底前", "2023-12-31"],
    ["今年内完成", "今年内", "2023-12-31"],
    ["年内完成", "年内", "2023-12-31"],
    ["上半年完成", "上半年", "2023-06-30"],
    ["第三季度末前完成", "第三季度末前", "2023-09-30"],
    ["一季度完成", "一季度", "2023-03-31"],
    ["3月15日前报送", "3月15日前", "2023-03-15"],
    ["2023年12月31日前", "2023年12月31日前", "2023-12-31"],
    ["2024年年底前", "2024年年底前", "2024-12-31"],
    ["明年3月底前", "明年3月底前", "2024-03-31"],
    ["三个月内完成", "三个月内", "2023-06-05"],
    ["30日内办结", "30日内", "2023-04-04"],
    ["一周内上报", "一周内", "2023-03-12"],
    ["半年内见效", "半年内", "2023-09-05"],
    ["10个工作日内完成", "10个工作日内", null],
    ["本月底前报送", "本月底前", "2023-03-31"],
    ["“十四五”末", "“十四五”末", null],
    ["春节前完成", "春节前", null],
    ["“七一”前完成", "“七一”前", "2023-06-30"],
    ["2月底前完成", "2月底前", "2024-02-29"],
    ["收到通知后10日内回复", "10日内", null],
    ["印发之日起一个月内", "一个月内", "2023-04-05"],
    ["11月上旬前完成", "11月上旬前", null],
    ["3月至5月开展", "3月至5月", "2023-05-31"],
    ["立行立改", "立行立改", null],
    ["2023.5.1前报送", "2023.5.1前", "2023-05-01"],
    ["4月20日（星期四）前上报", "4月20日（星期四）前", "2023-04-20"],
    ["三季度前完成", "三季度前", "2023-06-30"],
    ["2025年前建成", "2025年前", "2024-12-31"],
    ["9月份必须投产", "9月份", "2023-09-30"],
    ["于12月20日报送", "12月20日", "2023-12-20"],
    ["即日起至6月30日排查", "6月30日", "2023-06-30"],
    ["本月15日前报送", "本月15日前", "2023-03-15"],
    ["下月5日前报送", "下月5日前", "2023-04-05"],
    ["次月10日前报送", "次月10日前", null],
    ["近期完成摸排", "近期", null],
    ["险情30分钟内报告", "30分钟内", null],
  ])("%s", (sentence, text, date) => {
    expect(readDeadlines(sentence, calendar).map((found) => [found.text, found.date])).toEqual([
      [text, date],
    ]);
  });

  test.each(["12月前", "三个月内", "年底前", "本月底前"])("日期不明时 %s 无法推算", (sentence) => {
    expect(readDeadlines(sentence, undated).map(({ date }) => date)).toEqual([null]);
  });

  test.each(["去年年底已完成", "去年12月底", "近三年内", "每季度一次"])("%s 不是时限", (sentence) => {
    expect(readDeadlines(sentence, calendar)).toEqual([]);
  });

  test.each([
    ["2023年12月", "2023-12-31"],
    ["9月", "2023-09-30"],
    ["2023年6月30日", "2023-06-30"],
    ["全年", "2023-12-31"],
    ["长期坚持", null],
    ["持续推进", null],
    ["2023.12", "2023-12-31"],
    ["8月份", "2023-08-31"],
    ["２０２３年６月", "2023-06-30"],
    ["2023 年 6 月底前", "2023-06-30"],
    ["近期", null],
  ])("完成时限：%s", (written, date) => expect(readTimeLimit(written, calendar)[0]?.date).toBe(date));
});

describe("频次", () => {
  test.each([
    ["每月", 1, "month"],
    ["每月召开一次例会", 1, "month"],
    ["每季度研判", 1, "quarter"],
    ["每半年报告一次", 1, "halfYear"],
    ["每年至少开展一次", 1, "year"],
    ["每周走访", 1, "week"],
    ["每两个月调度一次", null, null],
    ["定期研究", null, null],
    ["在任期内，最起码有一例创新", 1, "term"],
    ["按月通报", 1, "month"],
    ["月月晾晒", 1, "month"],
    ["一年两次体检", 2, "year"],
    ["每年不少于4次", 4, "year"],
    ["一月一调度", 1, "month"],
    ["半年一小结", 1, "halfYear"],
    ["季度分析研判", 1, "quarter"],
    ["每年培训不少于32学时", null, "year"],
    ["全年讲党课不少于2次", 2, "year"],
    ["每月到企业走访不少于两次", 2, "month"],
  ])("%s", (sentence, times, period) => expect(readFrequencies(sentence)).toMatchObject([{ times, period }]));

  test.each(["第一季度末", "上半年不少于2次", "不定期抽查", "今年", "不要求一年一个创新", "一季度完成"])(
    "%s 不是频次",
    (sentence) => {
      expect(readFrequencies(sentence)).toEqual([]);
    },
  );
});

describe("责任单位", () => {
  test.each([
    ["各街道、社区要着力推进", ["各街道", "社区"]],
    ["组织部门要搞好协调", ["组织部门"]],
    ["会后，县教育系统党委要加强指导", ["县教育系统党委"]],
    ["各机关党组（党委）要重视", ["各机关党组（党委）"]],
    ["由乡镇党委报县委备案", ["乡镇党委"]],
    ["党组织书记要带头", []],
    ["大家要认真反思", []],
    ["在经费上要保障", []],
    ["党委书记是负责人", []],
    ["各县（区）、各部门要传达", ["各县（区）", "各部门"]],
    ["各有关地区和部门要重视", ["各有关地区和部门"]],
    ["民政、农业农村等部门要配合", ["民政、农业农村等部门"]],
  ])("%s", (sentence, names) => expect(readSubjects(sentence).map(({ text }) => text)).toEqual(names));

  test.each([
    [
      "（牵头单位：县委组织部；责任单位：各乡镇党委、县直各单位；配合单位：县财政局；完成时限：6月底前）",
      ["lead 县委组织部", "responsible 各乡镇党委", "responsible 县直各单位", "assist 县财政局"],
      ["2023-06-30"],
    ],
    ["（牵头：县委办；责任：各镇；时限：年底前）", ["lead 县委办", "responsible 各镇"], ["2023-12-31"]],
    ["(责任单位:镇党建办,各村党组织)", ["responsible 镇党建办", "responsible 各村党组织"], []],
    ["（县委组织部牵头，各乡镇党委配合）", ["lead 县委组织部", "assist 各乡镇党委"], []],
    ["责任领导：张某\n责任人：李某", ["responsible 张某", "responsible 李某"], []],
    ["（含街道）", [], []],
    ["［牵头单位：县委办；完成时限：8月份］", ["lead 县委办"], ["2023-08-31"]],
    [
      "抓学习。【责任领导】张某 【责任单位】县委办 【完成时限】全年",
      ["responsible 张某", "responsible 县委办"],
      ["2023-12-31"],
    ],
    ["抓学习。责任单位：县委办；时限：9月", ["responsible 县委办"], ["2023-09-30"]],
    ["建强队伍——责任单位：县委组织部", ["responsible 县委组织部"], []],
    ["（县财政局会同有关部门负责）", ["responsible 县财政局", "assist 有关部门"], []],
    [
      "（县委组织部、县民政局等负责。列第一位的为牵头单位）",
      ["responsible 县委组织部", "responsible 县民政局"],
      [],
    ],
    ["（负责部门：县住建局，适用范围：全县）", ["responsible 县住建局"], []],
    ["单位：万元", [], []],
    [
      "【责任单位：各县（市、区）委，市直机关工委】",
      ["responsible 各县（市、区）委", "responsible 市直机关工委"],
      [],
    ],
  ])("%s", (text, organizations, dates) => {
    const found = readAssignments(text, calendar);
    expect(found.organizations.map(({ role, text: name }) => `${role} ${name}`)).toEqual(organizations);
    expect(found.deadlines.map(({ date }) => date)).toEqual(dates);
  });
});

describe("空格与全角", () => {
  test.each([
    ["一、各村要于 12 月 20 日前完成", "12 月 20 日前", "2023-12-20"],
    ["一、各村要于 4 月底前报送", "4 月底前", "2023-04-30"],
    ["一、各村要于１１月底前报送", "１１月底前", "2023-11-30"],
  ])("%s", (text, written, date) => {
    expect(decompose(text, { year: 2023 }).clauses[0]?.deadlines).toEqual([{ text: written, date }]);
  });

  test("每月25日前是每月一次", () => {
    expect(readFrequencies("每月25日前报送进展情况")).toMatchObject([{ times: 1, period: "month" }]);
  });

  test("全角数字的落款是日期", () => {
    expect(decompose("关于评比的通知\n各村要报送材料。\n某县委\n２０２４年２月８日").date).toBe("2024-02-08");
  });
});

describe("自述的条文不是要求", () => {
  test.each([
    ["第一条 为规范评比工作，制定本办法。", false],
    ["第一条 本办法适用于全县各村。", false],
    ["第一条 本办法自印发之日起施行。", false],
    ["第一条 各村应当每月自评。", true],
  ])("%s", (text, requirement) => {
    expect(decompose(`某县评比办法\n${text}\n第二条 各村要报送。`).clauses[0]?.requirement).toBe(requirement);
  });
});
