import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import {
  addWorkdays,
  firstWorkdayFrom,
  weekendCalendar,
  workdaysAfter,
} from "#platform/kernel/work-calendar.ts";
import { mayInstruct } from "#rooms/organizations/core/index.ts";
import { foldTask, isOverdue } from "#rooms/tasks/core/index.ts";
import { generateCounty, rowsOf, type SampleCounty, sampleAreaCode, showcase } from "./index.ts";
import { indexWorkdays } from "./work/workday-index.ts";

const today = plainDate("2026-11-20");
const generate = (size: "demo" | "small", day: PlainDate = today, seed = "test"): SampleCounty =>
  generateCounty({ seed, size, today: day, calendar: weekendCalendar });
const demo = generate("demo");
const small = generate("small");
const digestOf = (county: SampleCounty): string =>
  createHash("sha256")
    .update(JSON.stringify(rowsOf(county, { passwordHash: "hash", createdAt: new Date(0) })))
    .digest("hex");

describe("虚构的清源县", () => {
  test("同一种子、同一天生成的县逐字相同，换一个种子就不同", () => {
    expect(digestOf(generate("demo"))).toBe(digestOf(demo));
    expect(digestOf(generate("small", today, "other"))).not.toBe(digestOf(small));
  });

  test("区划代码不属于任何省", () => {
    const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;
    expect(sampleAreaCode).toMatch(/^\d{6}$/);
    expect(sampleAreaCode).not.toMatch(provinces);
  });

  test("规模与一个一般的县相当，小样本只有几十个单位", () => {
    expect(demo.units.length).toBeGreaterThan(1450);
    expect(demo.units.length).toBeLessThan(1550);
    expect(small.units.length).toBeLessThan(70);
    const count = (...kinds: string[]) => demo.units.filter(({ kind }) => kinds.includes(kind)).length;
    expect(count("township", "subdistrict")).toBe(15);
    expect(Math.abs(count("village", "community") - 220)).toBeLessThan(25);
    expect(count("school")).toBeGreaterThan(30);
    expect(count("enterprise", "socialOrganization")).toBeGreaterThan(150);
  });

  test.each([
    ["全县", demo],
    ["小样本", small],
  ])("%s：只有一个根，每个单位的路径接在上级之后，代码、路径、编号不重复", (_name, { units }) => {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    expect(units.filter(({ parentId }) => parentId === null).map(({ name }) => name)).toEqual(["清源县委"]);
    for (const unit of units) {
      const parent = byId.get(unit.parentId ?? "");
      if (parent) expect(unit.path).toMatch(new RegExp(`^${parent.path.replaceAll(".", "\\.")}\\.\\d+$`));
      const system = byId.get(unit.systemParentId ?? "");
      if (system) expect(unit.systemPath?.startsWith(`${system.systemPath}.`)).toBe(true);
      expect(unit.officialCode).toMatch(/^990121\d{9}$/);
      expect(unit.searchText).toContain(unit.name.toLowerCase());
    }
    for (const column of ["id", "path", "officialCode", "key"] as const) {
      expect(new Set(units.map((unit) => unit[column])).size).toBe(units.length);
    }
    const systemPaths = units.flatMap(({ systemPath }) => systemPath ?? []);
    expect(new Set(systemPaths).size).toBe(systemPaths.length);
  });

  test("小样本里的单位和人，在全县里是同一个", () => {
    const units = new Map(demo.units.map((unit) => [unit.id, unit.name]));
    for (const unit of small.units) expect(units.get(unit.id)).toBe(unit.name);
    const holders = new Map(demo.people.holdings.map(({ id, person }) => [id, person.name]));
    const same = small.people.holdings.filter(({ id, person }) => holders.get(id) === person.name);
    expect(same.length).toBeGreaterThan(small.people.holdings.length * 0.97);
  });

  test.each([
    ["全县", demo],
    ["小样本", small],
  ])("%s：一个岗位同一天只有一人担任；登录名不重复；演示账号都在", (_name, { people }) => {
    for (const terms of Map.groupBy(people.holdings, ({ post }) => post.id).values()) {
      const ordered = terms.toSorted((a, b) => a.heldFrom.localeCompare(b.heldFrom));
      ordered
        .slice(1)
        .forEach((term, index) => expect((ordered[index]?.heldTo ?? "9") < term.heldFrom).toBe(true));
    }
    const logins = people.accounts.map(({ loginName }) => loginName);
    expect(new Set(logins).size).toBe(logins.length);
    for (const login of logins) expect(login).toMatch(/^[a-z0-9][a-z0-9._-]{1,39}$/);
    const holderOf = new Map(
      people.holdings.filter(({ heldTo }) => !heldTo).map((each) => [each.post.key, each]),
    );
    for (const account of showcase) {
      const holding = holderOf.get(account.loginName);
      expect([holding?.person.name, holding?.post.title, holding?.post.unitName]).toEqual([
        account.personName,
        account.postTitle,
        account.unitName,
      ]);
      expect(logins).toContain(account.loginName);
    }
  });

  test("有空缺的岗位、一人两岗和年内调整", () => {
    const { posts, holdings } = demo.people;
    const current = holdings.filter(({ heldTo }) => heldTo === null);
    expect(posts.length - current.length).toBeGreaterThan(10);
    expect(holdings.length - current.length).toBeGreaterThan(3);
    expect(current.length - new Set(current.map(({ person }) => person.id)).size).toBeGreaterThan(3);
  });
});

describe("清源县的一年工作", () => {
  test.each([
    ["全县", demo],
    ["小样本", small],
  ])("%s：事项的状态就是经过的结果，承办人当天在岗，交办符合隶属关系", (_name, { work }) => {
    for (const { birth, log, state } of work.tasks) {
      expect(foldTask(log)).toEqual(state);
      const { owner, assignedOn, issuer, unit } = birth;
      expect(owner.post.unitId).toBe(unit.id);
      expect(owner.heldFrom <= assignedOn && (owner.heldTo === null || owner.heldTo >= assignedOn)).toBe(
        true,
      );
      expect(mayInstruct(issuer, unit)).toBe(true);
    }
  });

  test("没有发生在将来的事：经过和佐证都早于今天，按先后排列", () => {
    for (const { log, evidence, birth, openedAt } of demo.work.tasks) {
      log.forEach((action, index) => {
        expect(action.enteredOn < today).toBe(true);
        expect(new Date(action.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)).toBe(
          action.enteredOn,
        );
        const before = log[index - 1];
        if (before) expect(before.at < action.at).toBe(true);
      });
      for (const each of evidence) {
        expect(each.happenedOn <= each.enteredOn && each.enteredOn < today).toBe(true);
        expect(each.happenedOn >= birth.assignedOn).toBe(true);
      }
      const receipt = log.find(({ action }) => action === "acknowledge");
      if (receipt) expect(openedAt && openedAt <= receipt.at).toBe(true);
    }
  });

  test("报请前下级事项已全部了结；验收的不是报请的人", () => {
    const children = Map.groupBy(demo.work.tasks, ({ birth }) => birth.parentId);
    for (const { id, log } of demo.work.tasks) {
      let submittedBy: string | null = null;
      for (const action of log) {
        if (action.action === "accept") expect(action.by.person.id).not.toBe(submittedBy);
        if (action.action !== "submit") continue;
        submittedBy = action.by.person.id;
        for (const child of children.get(id) ?? []) {
          expect(["closed", "cancelled"]).toContain(child.state.status);
          expect(child.day <= action.enteredOn).toBe(true);
        }
      }
    }
  });

  test("各种状态都有", () => {
    const states = demo.work.tasks.map(({ state }) => state);
    const found = {
      unopened: demo.work.tasks.filter(({ openedAt }) => openedAt === null).length,
      inProgress: states.filter(({ status }) => status === "inProgress").length,
      submitted: states.filter(({ status }) => status === "submitted").length,
      returned: states.filter(({ status }) => status === "returned").length,
      cancelled: states.filter(({ status }) => status === "cancelled").length,
      onTime: states.filter(
        ({ status, submittedOn, dueDate }) => status === "closed" && (submittedOn ?? "9") <= dueDate,
      ).length,
      late: states.filter(
        ({ status, submittedOn, dueDate }) => status === "closed" && (submittedOn ?? "") > dueDate,
      ).length,
      reopened: states.filter(({ status, reopenCount }) => status === "closed" && reopenCount > 0).length,
      overdue: states.filter((state) => isOverdue(state, today, weekendCalendar)).length,
      dueThisWeek: states.filter(
        ({ status, dueDate }) =>
          status === "inProgress" && dueDate >= today && daysBetween(today, dueDate) <= 7,
      ).length,
      extensionRequested: states.filter(({ extensionRequestedTo }) => extensionRequestedTo !== null).length,
      extended: demo.work.tasks.filter(({ log }) => log.some(({ action }) => action === "extend")).length,
    };
    for (const [name, count] of Object.entries(found)) expect([name, count > 0]).toEqual([name, true]);
    expect(new Set(demo.work.lists.map(({ status }) => status)).size).toBe(4);
    const origins = new Set(demo.work.tasks.map(({ birth }) => birth.origin));
    expect([...origins].toSorted()).toEqual([
      "inspection",
      "keyPoints",
      "masses",
      "selfFound",
      "superiorReview",
    ]);
  });

  test.each([
    ["全县", demo],
    ["小样本", small],
  ])("%s：指南和测试要用的几件事项处于约定的状态", (_name, { work }) => {
    const statusOf = (duty: string, unit: string) =>
      work.tasks.find(({ birth }) => birth.duty.key === duty && birth.unit.key === unit)?.state;
    expect(statusOf("venue-safety", "liushu")?.status).toBe("assigned");
    expect(statusOf("care", "liushu")?.status).toBe("inProgress");
    expect(statusOf("project", "liushu")?.status).toBe("submitted");
    expect(statusOf("winter", "liushu")?.status).toBe("returned");
    expect(statusOf("weak", "liushu")?.extensionRequestedTo).not.toBeNull();
    expect(statusOf("training", "liushu")).toMatchObject({ status: "closed", reopenCount: 1 });
    expect(isOverdue(statusOf("training", "shiqiao") ?? expect.fail(), today, weekendCalendar)).toBe(true);
    expect(statusOf("instructor", "linshui")?.status).toBe("cancelled");
    expect(statusOf("election-self", "liushu.dongyu")?.status).toBe("returned");
    expect(statusOf("own-winter", "liushu.dongyu")?.status).toBe("assigned");
    expect(statusOf("own-winter", "liushu.hejiawan")?.status).toBe("submitted");
  });

  test("清单的每一项都能在原文中找到出处", () => {
    for (const { document, items } of demo.work.lists) {
      if (!document) continue;
      const clauses = new Map(document.clauses.map((clause) => [clause.rowId, clause]));
      for (const { clauseId, duty } of items) {
        const clause = clauses.get(clauseId ?? "");
        expect(clause && document.content.slice(clause.start, clause.end)).toContain(duty.content);
      }
    }
  });

  test("乡镇之间勤惰不同：按时办结率拉开差距", () => {
    const townships = demo.units.filter(({ kind }) => kind === "township" || kind === "subdistrict");
    const rates = townships.map((township) => {
      const closed = demo.work.tasks.filter(
        ({ birth, state }) => birth.unit === township && state.status === "closed",
      );
      return closed.filter(({ state }) => (state.submittedOn ?? "9") <= state.dueDate).length / closed.length;
    });
    expect(Math.max(...rates) - Math.min(...rates)).toBeGreaterThan(0.3);
    expect(new Set(rates).size).toBeGreaterThan(7);
  });

  test("哪一天启动都能生成，没有违反办理规则的经过", () => {
    const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays(plainDate("2024-01-01"), days));
    fc.assert(
      fc.property(anyDay, (day) => {
        const { work } = generate("small", day);
        for (const { log, state } of work.tasks) expect(foldTask(log)).toEqual(state);
      }),
      { numRuns: 12, seed: 20261120 },
    );
  });

  test("预先数好的工作日与工作日历一致", () => {
    const calendar = {
      workdayOverrides: new Map([
        [plainDate("2026-10-01"), false],
        [plainDate("2026-10-10"), true],
      ]),
      knownThroughYear: 2026,
    };
    const index = indexWorkdays(calendar, today);
    const anyOffset = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(anyOffset, anyOffset, fc.integer({ min: 0, max: 60 }), (from, to, count) => {
        const [a, b] = [addDays(today, from), addDays(today, to)];
        expect(index.firstFrom(a)).toBe(firstWorkdayFrom(a, calendar));
        expect(index.add(a, count)).toBe(addWorkdays(a, count, calendar));
        expect(index.countAfter(a, b)).toBe(workdaysAfter(a, b, calendar));
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
