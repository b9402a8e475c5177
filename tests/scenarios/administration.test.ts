import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  askRequestRoute,
  decideRequestRoute,
  endGrantRoute,
  endHoldingRoute,
  findParentsRoute,
  findPostsRoute,
  getAdministeredAccountRoute,
  listAccountsRoute,
  listRequestsRoute,
  resumeAccountRoute,
  suspendAccountRoute,
  withdrawRequestRoute,
} from "#rooms/access/contract/administration.ts";
import { getMeRoute, signInRoute } from "#rooms/access/contract/session.ts";
import { listUnitsRoute } from "#rooms/organizations/contract.ts";
import { getListRoute, listListsRoute } from "#rooms/responsibilities/contract/lists.ts";
import { listTasksRoute } from "#rooms/tasks/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";

let house: TestHouse;
let system: Person;
let security: Person;
let audit: Person;
let officer: Person;
beforeAll(async () => {
  house = await openTestHouse();
  system = await house.signIn("xianwei.xitong");
  security = await house.signIn("xianwei.anquan");
  audit = await house.signIn("xianwei.shenji");
  officer = await house.signIn("zzb.zuzhike");
});
afterAll(() => house.close());

const ask = (person: Person, payload: object, reason = "工作需要") =>
  person.send(askRequestRoute, { body: { payload, reason } });

const decide = (person: Person, requestId: string, isApproved = true, note = "") =>
  person.send(decideRequestRoute, { params: { requestId }, body: { isApproved, ...(note && { note }) } });

const findAccount = async (search: string) => {
  const { accounts } = await security.get(listAccountsRoute, { query: { search } });
  const [account] = accounts;
  if (!account) throw new Error(`没有${search}`);
  return account;
};

const findPost = async (search: string): Promise<string> =>
  (await security.get(findPostsRoute, { query: { search } })).posts[0]?.id ?? "";

const signInStatus = async (loginName: string, password: string): Promise<number> =>
  (
    await house.server.inject({
      method: "POST",
      url: `/api/v1${signInRoute.path}`,
      payload: { areaCode: house.areaCode, loginName, password },
    })
  ).statusCode;

describe("三员看不到业务，业务人员进不了管理", () => {
  test("系统、安全管理员看不到事项和清单；科长看不到账号", async () => {
    for (const person of [system, security, audit]) {
      expect((await person.get(listTasksRoute, { query: { box: "below" } })).tasks).toEqual([]);
      expect((await person.get(listListsRoute)).lists).toEqual([]);
    }
    for (const person of [officer, audit]) {
      expect((await person.send(listAccountsRoute)).problem.code).toBe("not-permitted");
      expect((await person.send(listRequestsRoute)).problem.code).toBe("not-permitted");
    }
  });

  test("页面只提供这一岗位能用的", async () => {
    expect((await system.get(getMeRoute)).actions).not.toContain("task.read");
    expect((await security.get(getMeRoute)).actions).toContain("right.grant");
    expect((await officer.get(getMeRoute)).actions).not.toContain("account.read");
  });
});

describe("开立账号：一人提出，另一人核准", () => {
  let requestId: string;

  test("安全管理员不能提出，系统管理员不能核准自己提的", async () => {
    const payload = { kind: "openAccount", personName: "试用人", loginName: "shiyong.ren" };
    expect((await ask(security, payload)).problem.code).toBe("not-permitted");
    const asked = await ask(system, payload);
    requestId = asked.value.requestId;
    expect((await decide(system, requestId)).problem.code).toBe("own-request");
    expect((await decide(audit, requestId)).problem.code).toBe("request-not-found");
    expect(await signInStatus("shiyong.ren", "anything")).toBe(401);
  });

  test("核准后初始密码只给核准的人看一次；没有岗位，还不能登录", async () => {
    const { requests } = await security.get(listRequestsRoute, { query: { status: "pending" } });
    expect(requests[0]).toMatchObject({ words: "为试用人开立账号shiyong.ren", mayDecide: true });
    const both = await Promise.all([decide(security, requestId), decide(security, requestId)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const password = both.find(({ status }) => status === 200)?.value.firstPassword ?? "";
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    const account = await findAccount("shiyong.ren");
    expect(account).toMatchObject({ personName: "试用人", posts: [], isSuspended: false });
    expect(await signInStatus("shiyong.ren", password)).not.toBe(200);
  });

  test("账号名已有人用，提出时就说明", async () => {
    const payload = { kind: "openAccount", personName: "另一人", loginName: "shiyong.ren" };
    expect((await ask(system, payload)).problem.code).toBe("login-name-taken");
  });

  test("不核准须写明理由；撤回的不能再核准", async () => {
    const payload = { kind: "openAccount", personName: "不要", loginName: "buyao" };
    const refused = (await ask(system, payload)).value.requestId;
    expect((await decide(security, refused, false)).problem.code).toBe("refusal-without-reason");
    expect((await decide(security, refused, false, "未见任职文件")).status).toBe(200);
    const withdrawn = (await ask(system, payload)).value.requestId;
    const params = { requestId: withdrawn };
    expect((await security.send(withdrawRequestRoute, { params })).problem.code).toBe("not-permitted");
    expect((await system.send(withdrawRequestRoute, { params })).status).toBe(200);
    expect((await decide(security, withdrawn)).problem.code).toBe("request-decided");
  });
});

describe("设立单位", () => {
  const unit = {
    kind: "establishUnit",
    name: "新河村",
    fullName: "中国共产党柳树镇新河村支部委员会",
    unitKind: "village",
    officialCode: "XH-001",
    isDraftingForParent: false,
  };
  const findParent = async (search: string) => {
    const { units } = await system.get(findParentsRoute, { query: { search } });
    return units.find(({ name }) => name === search)?.id ?? "";
  };

  test("安全管理员不能提出，组织科科长找不到上级；上级不存在、代码重复都说明", async () => {
    const parentId = await findParent("柳树镇");
    expect((await ask(security, { ...unit, parentId })).problem.code).toBe("not-permitted");
    const search = { query: { search: "柳树" } };
    expect((await officer.send(findParentsRoute, search)).problem.code).toBe("not-permitted");
    const nowhere = { ...unit, parentId: "00000000-0000-4000-8000-000000000000" };
    expect((await ask(system, nowhere)).problem.code).toBe("parent-not-found");
    expect((await ask(system, { ...unit, parentId, unitKind: "countyCommittee" })).status).toBe(400);
  });

  test("核准后在树上，有基本岗位，可以授予；同一代码两份申请只成一份", async () => {
    const parentId = await findParent("柳树镇");
    const first = (await ask(system, { ...unit, parentId })).value.requestId;
    const second = (await ask(system, { ...unit, parentId, name: "新河二村" })).value.requestId;
    expect((await decide(system, first)).problem.code).toBe("own-request");
    const both = await Promise.all([decide(security, first), decide(security, second)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const name = both[0]?.status === 200 ? "新河村" : "新河二村";
    const { posts } = await security.get(findPostsRoute, { query: { search: name } });
    expect(posts.map(({ title, holderName }) => [title, holderName])).toEqual([
      ["书记", null],
      ["副书记", null],
    ]);
    const { units } = await officer.get(listUnitsRoute, { query: { search: name } });
    expect(units[0]).toMatchObject({ name, parentName: "柳树镇", sector: "rural", officialCode: "XH-001" });
    expect((await ask(system, { ...unit, parentId })).problem.code).toBe("unit-code-taken");
  });
});

describe("授予岗位", () => {
  test("代理一段时间：到期前看得到，到期后看不到", async () => {
    const { personId } = await findAccount("zzb.zuzhike2");
    const postId = await findPost("柳树镇组织委员");
    const appoint = { kind: "appoint", personId, postId, from: "2026-11-20", isDeputising: true };
    expect((await ask(security, { ...appoint, to: null })).problem.code).toBe("deputising-without-end");
    const asked = await ask(security, { ...appoint, to: "2026-11-30" });
    expect((await decide(security, asked.value.requestId)).problem.code).toBe("own-request");
    expect((await decide(system, asked.value.requestId)).status).toBe(200);
    const deputy = await house.signIn("zzb.zuzhike2");
    const kinds = (await deputy.get(getMeRoute)).posts.map(({ unitName }) => unitName);
    expect(kinds).toContain("柳树镇");
    house.setNow("2026-12-01T02:00:00Z");
    const later = await house.signIn("zzb.zuzhike2");
    expect((await later.get(getMeRoute)).posts.map(({ unitName }) => unitName)).not.toContain("柳树镇");
    house.setNow("2026-11-20T02:00:00Z");
  });

  test("岗位有人担任不能另授；三员不得互兼，也不得兼业务岗位", async () => {
    const { personId } = await findAccount("shiyong.ren");
    const grant = async (who: string, search: string) => {
      const postId = await findPost(search);
      const payload = {
        kind: "appoint",
        personId: who,
        postId,
        from: "2026-11-20",
        to: null,
        isDeputising: false,
      };
      const asked = await ask(security, payload);
      return decide(system, asked.value.requestId);
    };
    expect((await grant(personId, "柳树镇组织委员")).problem.code).toBe("post-held");
    const clerk = await findAccount("liushu.ganshi");
    const deputising = { kind: "appoint", from: "2026-11-20", to: "2026-12-31", isDeputising: true };
    const payload = { ...deputising, personId: clerk.personId, postId: await findPost("审计管理员") };
    const asked = await ask(security, payload);
    expect((await decide(system, asked.value.requestId)).problem.code).toBe("administrator-stands-alone");
  });

  test("结束任职：权限当天随之收回，登录失效", async () => {
    const villager = await house.signIn("liushu.dongyu.shuji");
    const account = await findAccount("liushu.dongyu.shuji");
    const holdingId = account.posts[0]?.holdingId ?? "";
    const body = { lastDay: "2026-11-19", reason: "调离" };
    expect((await system.send(endHoldingRoute, { params: { holdingId }, body })).problem.code).toBe(
      "not-permitted",
    );
    expect((await security.send(endHoldingRoute, { params: { holdingId }, body })).status).toBe(200);
    expect((await villager.send(getMeRoute)).problem.code).toBe("session-ended");
    expect((await security.send(endHoldingRoute, { params: { holdingId }, body })).problem.code).toBe(
      "holding-over",
    );
  });
});

describe("停用和恢复", () => {
  test("停用立即退出登录，不需核准；恢复由安全管理员办；不能停用自己", async () => {
    const clerk = await house.signIn("liushu.ganshi");
    const account = await findAccount("liushu.ganshi");
    const sending = { params: { accountId: account.id }, body: { reason: "离岗审查" } };
    expect((await officer.send(suspendAccountRoute, sending)).problem.code).toBe("not-permitted");
    expect((await system.send(suspendAccountRoute, sending)).status).toBe(200);
    expect((await clerk.send(getMeRoute)).problem.code).toBe("session-ended");
    expect(await signInStatus("liushu.ganshi", "scenario password")).not.toBe(200);
    expect((await system.send(resumeAccountRoute, sending)).problem.code).toBe("not-permitted");
    expect((await security.send(resumeAccountRoute, sending)).status).toBe(200);
    expect(await signInStatus("liushu.ganshi", "scenario password")).toBe(200);
    const own = await findAccount("xianwei.xitong");
    const self = { params: { accountId: own.id }, body: { reason: "试" } };
    expect((await system.send(suspendAccountRoute, self)).problem.code).toBe("own-account");
  });
});

describe("指名授权：出席指导的人只看到指定的一份清单", () => {
  test("核准后看得到，过期、收回后看不到，别的清单始终看不到", async () => {
    const { lists } = await officer.get(listListsRoute, { query: { status: "published" } });
    const [named, other] = lists;
    const observer = await house.signIn("shiqiao.fushuji");
    const see = async (listId = named?.id ?? "") =>
      (await observer.send(getListRoute, { params: { listId } })).status;
    expect(await see()).toBe(404);
    const { personId, id: accountId } = await findAccount("shiqiao.fushuji");
    const payload = {
      kind: "grantByName",
      personId,
      subjectKind: "list",
      subjectId: named?.id,
      from: "2026-11-20",
    };
    expect((await ask(security, { ...payload, to: "2028-01-01" })).problem.code).toBe("grant-too-long");
    const asked = await ask(security, { ...payload, to: "2026-11-21" });
    await decide(system, asked.value.requestId);
    expect(await see()).toBe(200);
    expect(await see(other?.id)).toBe(404);
    expect((await observer.get(listListsRoute)).lists.map(({ id }) => id)).toContain(named?.id);
    const { grants } = await security.get(getAdministeredAccountRoute, { params: { accountId } });
    const params = { grantId: grants[0]?.id ?? "" };
    expect((await security.send(endGrantRoute, { params, body: { reason: "指导结束" } })).status).toBe(200);
    expect(await see()).toBe(404);
  });
});
