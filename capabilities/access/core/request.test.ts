import { describe, expect, test } from "vitest";
import {
  findProblemOfDecision,
  findProblemOfWithdrawal,
  mayAskFor,
  type RequestKind,
  requestKindNames,
  type StandingRequest,
} from "./request.ts";

const now = new Date("2026-11-24T02:00:00Z");
const request = (kind: RequestKind, changes: Partial<StandingRequest> = {}): StandingRequest => ({
  kind,
  status: "pending",
  askedById: "甲",
  askedAt: new Date("2026-11-20T02:00:00Z"),
  ...changes,
});
const approve = { isApproved: true, note: "" };

describe("三员：一人提出，另一人核准", () => {
  test.each<[string, RequestKind, string, boolean]>([
    ["系统管理员可以提出开立账号", "openAccount", "systemAdministrator", true],
    ["系统管理员不得授予岗位", "appoint", "systemAdministrator", false],
    ["安全管理员可以授予岗位", "appoint", "securityAdministrator", true],
    ["安全管理员不得开立账号", "openAccount", "securityAdministrator", false],
    ["审计管理员什么也不能提出", "grantByName", "auditAdministrator", false],
    ["县委书记也不能授予岗位", "appoint", "secretary", false],
  ])("%s", (_name, kind, post, allowed) => expect(mayAskFor(kind, post)).toBe(allowed));

  test.each<[string, StandingRequest, { personId: string; postKind: string }, typeof approve, string | null]>(
    [
      [
        "账号由安全管理员核准",
        request("openAccount"),
        { personId: "乙", postKind: "securityAdministrator" },
        approve,
        null,
      ],
      [
        "账号不由系统管理员核准",
        request("openAccount"),
        { personId: "乙", postKind: "systemAdministrator" },
        approve,
        "not-permitted",
      ],
      [
        "岗位由系统管理员核准",
        request("appoint"),
        { personId: "乙", postKind: "systemAdministrator" },
        approve,
        null,
      ],
      [
        "换了岗位也不能核准自己提的",
        request("appoint"),
        { personId: "甲", postKind: "systemAdministrator" },
        approve,
        "own-request",
      ],
      [
        "审计管理员不核准",
        request("appoint"),
        { personId: "乙", postKind: "auditAdministrator" },
        approve,
        "not-permitted",
      ],
      [
        "已核准的不再核准",
        request("appoint", { status: "approved" }),
        { personId: "乙", postKind: "systemAdministrator" },
        approve,
        "request-decided",
      ],
      [
        "撤回的不能核准",
        request("appoint", { status: "withdrawn" }),
        { personId: "乙", postKind: "systemAdministrator" },
        approve,
        "request-decided",
      ],
      [
        "满三十天的须重新提出",
        request("appoint", { askedAt: new Date("2026-10-25T01:59:59Z") }),
        { personId: "乙", postKind: "systemAdministrator" },
        approve,
        "request-too-old",
      ],
      [
        "满三十天的仍可不核准",
        request("appoint", { askedAt: new Date("2026-10-25T01:59:59Z") }),
        { personId: "乙", postKind: "systemAdministrator" },
        { isApproved: false, note: "过期" },
        null,
      ],
      [
        "不核准须写明理由",
        request("appoint"),
        { personId: "乙", postKind: "systemAdministrator" },
        { isApproved: false, note: " " },
        "refusal-without-reason",
      ],
    ],
  )("%s", (_name, standing, by, decision, code) =>
    expect(findProblemOfDecision(standing, by, decision, now)?.code ?? null).toBe(code),
  );

  test("没有一种事项可以由同一种管理员既提出又核准", () => {
    const kinds = Object.keys(requestKindNames) as RequestKind[];
    for (const kind of kinds) {
      for (const postKind of ["systemAdministrator", "securityAdministrator", "auditAdministrator"]) {
        const mayDecide =
          findProblemOfDecision(request(kind), { personId: "乙", postKind }, approve, now) === null;
        expect(mayAskFor(kind, postKind) && mayDecide).toBe(false);
      }
    }
  });

  test("只有提出的人能撤回，决定以后不能", () => {
    expect(findProblemOfWithdrawal(request("appoint"), "甲")).toBeNull();
    expect(findProblemOfWithdrawal(request("appoint"), "乙")?.code).toBe("not-permitted");
    expect(findProblemOfWithdrawal(request("appoint", { status: "refused" }), "甲")?.code).toBe(
      "request-decided",
    );
  });
});
