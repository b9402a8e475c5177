import { describe, expect, test } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { type Appointment, findProblemOfAppointment, type StandingHolding } from "./appointment.ts";
import type { PostKind } from "./post.ts";

const today = plainDate("2026-11-24");
const day = (text: string | null) => (text === null ? null : plainDate(text));

const wanted = (changes: Partial<Appointment> = {}): Appointment => ({
  postId: "乡书记",
  postKind: "secretary",
  personId: "李四",
  from: today,
  to: null,
  isDeputising: false,
  ...changes,
});

const held = (
  postId: string,
  personId: string,
  [from, to]: readonly [string, string | null],
  more: { readonly postKind?: PostKind; readonly isDeputising?: boolean } = {},
): StandingHolding => ({
  postId,
  postKind: more.postKind ?? "secretary",
  personId,
  personName: personId,
  from: plainDate(from),
  to: day(to),
  isDeputising: more.isDeputising ?? false,
});

const predecessor = held("乡书记", "张三", ["2020-01-01", null]);

describe("任职", () => {
  test.each<[string, Appointment, readonly StandingHolding[], string | null]>([
    ["岗位空缺，可以任职", wanted(), [], null],
    ["前任还在任，不能任职", wanted(), [predecessor], "post-held"],
    ["前任昨天卸任，今天可以任职", wanted(), [held("乡书记", "张三", ["2020-01-01", "2026-11-23"])], null],
    [
      "前任今天卸任，今天还不能任职",
      wanted(),
      [held("乡书记", "张三", ["2020-01-01", "2026-11-24"])],
      "post-held",
    ],
    [
      "前任还在任，可以由他人代理一段时间",
      wanted({ isDeputising: true, to: plainDate("2027-01-31") }),
      [predecessor],
      null,
    ],
    ["代理须写明到哪一天", wanted({ isDeputising: true }), [predecessor], "deputising-without-end"],
    [
      "同一时间只有一人代理",
      wanted({ isDeputising: true, to: plainDate("2027-01-31") }),
      [predecessor, held("乡书记", "王五", ["2026-11-01", "2026-12-31"], { isDeputising: true })],
      "post-held",
    ],
    ["本人已担任，不重复任职", wanted({ personId: "张三" }), [predecessor], "already-holds-post"],
    ["止于起前", wanted({ to: plainDate("2026-11-23") }), [], "ends-before-start"],
    [
      "已经过去的任期不补",
      wanted({ from: plainDate("2025-01-01"), to: plainDate("2025-12-31") }),
      [],
      "ended-already",
    ],
    ["一人可以兼两个业务岗位", wanted(), [held("组织办主任", "李四", ["2024-01-01", null])], null],
  ])("%s", (_name, appointment, standing, code) =>
    expect(findProblemOfAppointment(appointment, standing, today)?.code ?? null).toBe(code),
  );

  test.each<[string, PostKind, PostKind, readonly [string, string | null], string | null]>([
    [
      "系统管理员不得兼安全管理员",
      "securityAdministrator",
      "systemAdministrator",
      ["2026-01-01", null],
      "administrator-stands-alone",
    ],
    [
      "审计管理员不得兼业务岗位",
      "secretary",
      "auditAdministrator",
      ["2026-01-01", null],
      "administrator-stands-alone",
    ],
    [
      "在任书记不得兼系统管理员",
      "systemAdministrator",
      "secretary",
      ["2026-01-01", null],
      "administrator-stands-alone",
    ],
    ["卸任以后可以", "systemAdministrator", "secretary", ["2026-01-01", "2026-11-23"], null],
  ])("三员：%s", (_name, postKind, other, [from, to], code) => {
    const standing = [held("另一岗位", "李四", [from, to], { postKind: other })];
    const appointment = wanted({ postId: "新岗位", postKind });
    expect(findProblemOfAppointment(appointment, standing, today)?.code ?? null).toBe(code);
  });
});
