import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { selectAssignable, tallyCoverage } from "./coverage.ts";
import { decompose } from "./decompose.ts";
import { findDocumentNumber } from "./document-number.ts";
import {
  editOutline,
  type Outline,
  type OutlineClause,
  type OutlineEdit,
  rereadDeadlines,
} from "./edit-outline.ts";
import { compareOutlines, takeBackChange } from "./outline-change.ts";

const content = [
  "清源县2026年基层党建工作要点",
  "一、重点任务",
  "（一）抓实农村党组织建设",
  "1. 选优配强带头人。4月底前完成分析研判，每个村至少储备3名后备干部。（责任单位：各乡镇党委）",
  "2. 整顿软弱涣散党组织。12月前全部整顿到位。推行“三个一”：每月一次例会、每季一次研判、每年一次述评。",
  "（二）抓好城市党建",
  "各街道党工委要每季度召开一次联席会议。",
  "二、工作要求",
  "一是要压实责任，每半年至少研究一次党建工作。二是要严格督查，6月底前开展一轮督查。",
].join("\n");

const setting = { content, year: 2026, date: plainDate("2026-03-05") };

const open = (text = content): OutlineClause[] =>
  decompose(text, { year: 2026 }).clauses.map((clause) => ({ ...clause, edited: false, dropped: false }));

const find = (outline: Outline, words: string): OutlineClause => {
  const clause = outline.find(({ text }) => text.includes(words));
  if (!clause) throw new Error(`没有“${words}”`);
  return clause;
};

const edited = (outline: Outline, edit: OutlineEdit): OutlineClause[] => {
  const outcome = editOutline(outline, edit, setting);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.outline;
};

describe("修改一条的文字", () => {
  test("按新的文字重新读出时限、数量和单位", () => {
    const before = open();
    const { id } = find(before, "选优配强带头人");
    const after = edited(before, {
      kind: "text",
      clauseId: id,
      text: "9月底前每个村至少储备5名后备干部。（责任单位：各乡镇党委、街道党工委）",
    });
    const clause = find(after, "储备5名");
    expect(clause).toMatchObject({ edited: true, heading: null, start: find(before, "选优").start });
    expect(clause.deadlines.map(({ date }) => date)).toEqual(["2026-09-30"]);
    expect(clause.quantities[0]).toMatchObject({ comparator: "atLeast", value: 5 });
    expect(clause.organizations.map(({ text }) => text)).toEqual(["各乡镇党委", "街道党工委"]);
  });

  test("改成空白不予接受", () => {
    const before = open();
    const edit = { kind: "text", clauseId: before[0]?.id ?? "", text: "  " } as const;
    expect(editOutline(before, edit, setting)).toEqual({ ok: false, problem: { code: "text-empty" } });
  });

  test("标为叙述后不再带出时限，标回要求后重新读出", () => {
    const before = open();
    const { id } = find(before, "选优配强带头人");
    const narrative = edited(before, { kind: "requirement", clauseId: id, requirement: false });
    expect(find(narrative, "选优")).toMatchObject({ requirement: false, deadlines: [], organizations: [] });
    const again = edited(narrative, { kind: "requirement", clauseId: id, requirement: true });
    expect(find(again, "选优").deadlines[0]?.date).toBe("2026-04-30");
  });
});

describe("并入上一条", () => {
  test("序号留在文字里，下级改挂到上一条", () => {
    const before = open();
    const second = find(before, "整顿软弱涣散");
    const after = edited(before, { kind: "merge", clauseId: second.id });
    const merged = find(after, "选优配强带头人");
    expect(merged.text).toContain("2.整顿软弱涣散党组织");
    expect(merged.end).toBe(second.end);
    expect(find(after, "每月一次例会")).toMatchObject({ parentId: merged.id, level: merged.level + 1 });
    expect(after).toHaveLength(before.length - 1);
  });

  test("第一条没有上一条", () => {
    const before = open();
    expect(editOutline(before, { kind: "merge", clauseId: before[0]?.id ?? "" }, setting)).toEqual({
      ok: false,
      problem: { code: "nothing-before" },
    });
  });

  test("上一条已剔除的，先恢复再并", () => {
    const before = open();
    const dropped = edited(before, { kind: "drop", clauseId: find(before, "选优配强").id });
    const edit = { kind: "merge", clauseId: find(before, "整顿软弱涣散").id } as const;
    expect(editOutline(dropped, edit, setting)).toEqual({ ok: false, problem: { code: "previous-dropped" } });
  });
});

describe("在光标处拆成两条", () => {
  test("后半条从原文的对应位置开始，各读各的时限", () => {
    const before = open();
    const clause = find(before, "选优配强带头人");
    const position = clause.text.indexOf("每个村");
    const after = edited(before, { kind: "split", clauseId: clause.id, position, newId: "新" });
    const [first, second] = [find(after, "选优配强带头人"), find(after, "每个村至少")];
    expect(content.slice(second.start).startsWith("每个村至少储备3名")).toBe(true);
    expect(second).toMatchObject({ id: "新", marker: null, parentId: first.parentId, sourceLine: 4 });
    expect(first.deadlines.map(({ date }) => date)).toEqual(["2026-04-30"]);
    expect(first.quantities).toEqual([]);
    expect(second.organizations.map(({ text }) => text)).toEqual(["各乡镇党委"]);
  });

  test("拆口之后的下级跟着后半条走", () => {
    const before = open();
    const head = find(before, "推行“三个一”");
    const position = head.text.indexOf("推行");
    const after = edited(before, { kind: "split", clauseId: head.id, position, newId: "新" });
    expect(find(after, "每季一次研判").parentId).toBe("新");
  });

  test.each([
    ["在开头", 0],
    ["在结尾", 999],
  ])("%s拆不出两条", (_name, position) => {
    const before = open();
    const edit = { kind: "split", clauseId: find(before, "选优").id, position, newId: "新" } as const;
    expect(editOutline(before, edit, setting)).toEqual({ ok: false, problem: { code: "part-empty" } });
  });
});

describe("剔除与恢复", () => {
  test("连同下级一起剔除，一起恢复；剔除的不能再改", () => {
    const before = open();
    const head = find(before, "推行“三个一”");
    const dropped = edited(before, { kind: "drop", clauseId: head.id });
    expect(dropped.filter((clause) => clause.dropped)).toHaveLength(4);
    expect(editOutline(dropped, { kind: "text", clauseId: head.id, text: "改" }, setting).ok).toBe(false);
    expect(edited(dropped, { kind: "takeBack", clauseId: head.id })).toEqual(before);
  });
});

describe("改年份", () => {
  test("没有改过的条按新年份重读时限，改过的不动", () => {
    const before = open();
    const changed = edited(before, {
      kind: "text",
      clauseId: find(before, "严格督查").id,
      text: "要严格督查，6月底前开展两轮督查。",
    });
    const after = rereadDeadlines(changed, decompose(content, { year: 2027 }).clauses);
    expect(find(after, "选优配强").deadlines[0]?.date).toBe("2027-04-30");
    expect(find(after, "两轮督查").deadlines[0]?.date).toBe("2026-06-30");
  });
});

describe("覆盖情况", () => {
  test("只起标题作用的要求由下级承担，不重复计", () => {
    const words = selectAssignable(open()).map(({ text }) => text.slice(0, 6));
    expect(words).not.toContain("抓实农村党组");
    expect(words).toContain("选优配强带头");
  });

  test("要求数 = 已列入 + 未列入，剔除的另计", () => {
    const before = open();
    const used = find(before, "选优配强带头人").id;
    const whole = tallyCoverage(before, new Set([used]));
    expect(whole.assigned).toBe(1);
    expect(whole.requirements).toBe(whole.assigned + whole.unassigned);
    const dropped = edited(before, { kind: "drop", clauseId: find(before, "严格督查").id });
    expect(tallyCoverage(dropped, new Set([used]))).toEqual({
      requirements: whole.requirements - 1,
      assigned: 1,
      unassigned: whole.unassigned - 1,
      dropped: 1,
    });
  });
});

describe("发文字号", () => {
  test.each([
    ["中共清源县委组织部文件\n\n清组发〔2023〕5号\n\n要点", "清组发〔2023〕5号"],
    ["清组发〔2023〕5号 签发人：某某\n要点", "清组发〔2023〕5号"],
    ["关于贯彻《意见》（清办发〔2022〕3号）的通知", null],
    ["同志们：\n今天开会。", null],
  ])("%j", (text, expected) => expect(findDocumentNumber(text)).toBe(expected));
});

/** What must hold of every outline, however it was edited. */
function expectWellFormed(outline: Outline): void {
  const byId = new Map(outline.map((clause, index) => [clause.id, { clause, index }]));
  expect(byId.size).toBe(outline.length);
  outline.forEach((clause, index) => {
    expect(clause.start).toBeLessThanOrEqual(clause.end);
    const parent = clause.parentId === null ? null : byId.get(clause.parentId);
    if (clause.parentId === null) expect(clause.level).toBe(1);
    else {
      expect(parent && parent.index < index).toBe(true);
      expect(clause.level).toBe((parent?.clause.level ?? 0) + 1);
      expect(clause.start).toBeGreaterThanOrEqual(parent?.clause.start ?? 0);
      expect(clause.end).toBeLessThanOrEqual(parent?.clause.end ?? 0);
    }
    const sibling = outline.slice(index + 1).find(({ parentId }) => parentId === clause.parentId);
    if (sibling) expect(clause.end).toBeLessThanOrEqual(sibling.start);
  });
}

const anyAct = fc.record({
  kind: fc.constantFrom("text", "requirement", "merge", "split", "drop", "takeBack"),
  place: fc.nat(),
  position: fc.nat(120),
  words: fc.constantFrom("要每月调度一次。", "年底前完成。", "一是一，二是二"),
});

describe("怎样修改都成立", () => {
  test("层级、先后、原文位置的包含关系不乱，每一步都能撤销", () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), (acts) => {
        let outline: OutlineClause[] = open();
        expectWellFormed(outline);
        acts.forEach((act, step) => {
          const clauseId = outline[act.place % outline.length]?.id ?? "";
          const edit = {
            ...act,
            clauseId,
            text: act.words,
            requirement: act.position % 2 === 0,
            newId: `新${step}`,
          } as unknown as OutlineEdit;
          const outcome = editOutline(outline, edit, setting);
          if (!outcome.ok) return;
          const change = compareOutlines(outline, outcome.value.outline);
          expect(takeBackChange(outcome.value.outline, change)).toEqual(outline);
          outline = outcome.value.outline;
          expectWellFormed(outline);
        });
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
