import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inTerritory } from "#platform/database/index.ts";
import { askRequestRoute, withdrawRequestRoute } from "#rooms/access/contract/administration.ts";
import { freezeRunRoute } from "#rooms/assessments/contract.ts";
import { draftBulletinRoute } from "#rooms/bulletins/contract.ts";
import { uploadDocumentRoute } from "#rooms/directives/contract.ts";
import { endpoints } from "../../../apps/server/endpoints.ts";
import { type Answer, openTestHouse, type Person, type TestHouse } from "../house.ts";
import { type CountyThings, calls, type RouteCall } from "./calls.ts";
import { furnishPlaces, otherArea, type Place, places, type Subjects } from "./places.ts";
import { inviteVisitors, strangers, type Visitor, visitors } from "./visitors.ts";

/** Per call: the places (or "+" for a call without place) and who gets in there. Everybody else is refused. */
type Table = Readonly<Record<string, Readonly<Record<string, string>> | string>>;

const table = parse(readFileSync(resolve(import.meta.dirname, "matrix.yaml"), "utf8")) as Table;
const routeOf = (call: string) => {
  const found = endpoints.find(({ route }) => route.id === call.split(":")[0]);
  if (!found) throw new Error(`没有这条路由：${call}`);
  return found.route;
};

let house: TestHouse;
let subjects: Map<Place, Subjects>;
let things: CountyThings;
const persons = new Map<Visitor, Person>();

beforeAll(async () => {
  house = await openTestHouse();
  await inviteVisitors(house);
  for (const [name, login] of Object.entries(visitors)) {
    persons.set(name as Visitor, await house.signIn(login));
  }
  const officer = persons.get("科长");
  if (!officer) throw new Error("no officer");
  // By somebody outside all places, for the file alone: a unit has the same file once.
  const outsider = await house.signIn("weijian.shuji");
  const { documentId } = await outsider.get(uploadDocumentRoute, {
    body: {},
    files: [{ name: "要点.txt", content: "一、要抓好落实。" }],
  });
  subjects = await furnishPlaces(house, await digestOfDocument(documentId));
  const { runId } = await officer.get(freezeRunRoute, {
    body: { from: "2026-04-01", cutoff: "2026-06-30" },
  });
  const { bulletinId } = await officer.get(draftBulletinRoute, { body: { runId } });
  things = { runId, bulletinId, requestId: await askAndWithdraw(), ...(await findOld()) };
});
afterAll(() => house.close());

async function askAndWithdraw(): Promise<string> {
  const administrator = persons.get("系统管理员");
  if (!administrator) throw new Error("no administrator");
  const payload = { kind: "openAccount", personName: "试验", loginName: "matrix.asked" };
  const { requestId } = await administrator.get(askRequestRoute, { body: { payload, reason: "试验" } });
  await administrator.get(withdrawRequestRoute, { params: { requestId } });
  return requestId;
}

const digestOfDocument = (documentId: string): Promise<string> =>
  inTerritory(house.database, house.areaCode, async (tx) => {
    const { rows } = await sql<{ sha256: string }>`
      SELECT sha256 FROM directives.document WHERE area_code = ${house.areaCode} AND id = ${documentId}`.execute(
      tx,
    );
    return rows[0]?.sha256 ?? "";
  });

/** A holding that is over and its holder's kind of account: nothing can happen to either. */
const findOld = () =>
  inTerritory(house.database, house.areaCode, async (tx) => {
    const { rows } = await sql<{ holdingId: string; accountId: string }>`
      SELECT holding.id AS "holdingId", account.id AS "accountId"
      FROM people.read_holding AS holding, access.account AS account
      WHERE holding.area_code = ${house.areaCode} AND account.area_code = ${house.areaCode}
        AND holding.held_to < '2026-11-01' AND account.login_name = 'liushu.ganshi' LIMIT 1`.execute(tx);
    const [row] = rows;
    if (!row) throw new Error("no holding that is over");
    return row;
  });

const isUsualRefusal = (code: string): boolean =>
  code === "not-permitted" || code === "not-found" || code.endsWith("-not-found");

const isGranted = (answer: Answer<never>, refusals?: readonly string[]): boolean => {
  if (answer.status < 400) return true;
  if (answer.status >= 500) throw new Error(answer.bytes.toString());
  const { code } = answer.problem;
  return refusals ? !refusals.includes(code) : !isUsualRefusal(code);
};

/** Where this person gets in with this call: letters of places, or "+" / "" for a call without place. */
async function tryCall(person: Person, name: string, call: RouteCall): Promise<string> {
  const route = routeOf(name);
  if ("once" in call) {
    const answer = await person.send(route, call.once(things) as never);
    return isGranted(answer as never, call.refusals) ? "+" : "";
  }
  if (!("at" in call)) return "";
  let granted = "";
  for (const place of Object.keys(places) as Place[]) {
    const here = subjects.get(place);
    if (!here) continue;
    const sending = call.at(here);
    const params =
      sending.params?.["runId"] === "run" ? { ...sending.params, runId: things.runId } : sending.params;
    const answer = await person.send(route, { ...sending, params } as never);
    if (isGranted(answer as never, call.refusals)) granted += place;
  }
  return granted;
}

describe("每一条路由都在表上", () => {
  test("路由和表一一对应", () => {
    const routes = endpoints.map(({ route }) => route.id);
    const listed = [...new Set(Object.keys(calls).map((call) => call.split(":")[0] ?? ""))];
    expect(listed.toSorted()).toEqual([...new Set(routes)].toSorted());
    expect(routes).toHaveLength(new Set(routes).size);
    const kept = Object.keys(calls).filter(
      (call) => "at" in (calls[call] ?? {}) || "once" in (calls[call] ?? {}),
    );
    expect(Object.keys(table).toSorted()).toEqual(kept.toSorted());
  });

  test("不用登录的只有这几条", () => {
    const open = endpoints.filter(({ kind }) => kind === "open").map(({ route }) => route.id);
    const listed = Object.keys(calls).filter((call) => "open" in (calls[call] ?? {}));
    expect(open.toSorted()).toEqual(listed.toSorted());
  });
});

/** Who gets in where with a call, by the table. */
function allowedIn(call: string): ReadonlyMap<string, string> {
  const allowed = new Map<string, string>();
  for (const [where, who] of Object.entries(table[call] ?? {})) {
    for (const visitor of String(who).split(" ")) allowed.set(visitor, where);
  }
  return allowed;
}

describe("谁在哪里进得去", () => {
  const listed = Object.entries(calls).filter(([, call]) => "at" in call || "once" in call);

  test.each(listed)("%s", async (name, call) => {
    const actual: Record<string, string[]> = {};
    for (const [visitor, person] of persons) {
      const granted = await tryCall(person, name, call);
      if (granted !== "") (actual[granted] ??= []).push(visitor);
    }
    const line = Object.fromEntries(Object.entries(actual).map(([where, who]) => [where, who.join(" ")]));
    expect({ [name]: line }).toEqual({ [name]: table[name] });
  });

  /** What a ledger shows must be exactly what may be opened: no row more, none less. */
  const ledgers = [
    ["事项台账", "tasks.list", { search: "试验事项" }, "tasks.get", "taskId"],
    [
      "责任清单",
      "responsibilities.list",
      { search: "试验清单", status: "published" },
      "responsibilities.get",
      "publishedListId",
    ],
    [
      "草稿清单",
      "responsibilities.list",
      { search: "试验清单", status: "draft" },
      "responsibilities.get:draft",
      "draftListId",
    ],
    ["文件", "directives.list", { search: "试验文件" }, "directives.get", "documentId"],
  ] as const;

  test.each(ledgers)("%s里看得到的，就是打得开的", async (_name, list, query, open, key) => {
    const allowed = allowedIn(open);
    for (const [visitor, person] of persons) {
      const text = JSON.stringify(await person.get(routeOf(list), { query }));
      const seen = [...subjects].filter(([, subject]) => text.includes(subject[key])).map(([place]) => place);
      const expected = [...(allowed.get(visitor) ?? "")];
      expect(`${visitor} ${seen.toSorted().join("")}`).toBe(`${visitor} ${expected.toSorted().join("")}`);
    }
  });

  const findable = [
    ["tasks.get", "taskId"],
    ["responsibilities.get", "publishedListId"],
    ["directives.get", "documentId"],
    ["organizations.get", "unitId"],
  ] as const;

  test.each(findable)("查找到的（%s），都是打得开的", async (open, key) => {
    const allowed = allowedIn(open);
    for (const [visitor, person] of persons) {
      const text = JSON.stringify(await person.get(routeOf("workbench.find"), { query: { text: "试验" } }));
      const seen = [...subjects].filter(([, subject]) => text.includes(subject[key])).map(([place]) => place);
      const tooMuch = seen.filter((place) => !allowed.get(visitor)?.includes(place));
      expect(`${visitor} ${tooMuch.join("")}`).toBe(`${visitor} `);
    }
  });

  test("没有一格通到别的县", () => {
    for (const [name, line] of Object.entries(table)) {
      for (const where of Object.keys(line)) expect(`${name} ${where}`).not.toContain("X");
    }
  });
});

test("把查询里的权限条件整个去掉，隔离墙后面仍然只有本县的", async () => {
  const countOf = (area: string) =>
    inTerritory(house.database, area, async (tx) => {
      const { rows } = await sql<{ area_code: string; count: number }>`
        SELECT area_code, count(*) AS count FROM tasks.task GROUP BY area_code`.execute(tx);
      return rows;
    });
  expect((await countOf(house.areaCode)).map(({ area_code }) => area_code)).toEqual([house.areaCode]);
  expect(await countOf(otherArea)).toMatchObject([{ area_code: otherArea, count: 1 }]);
});

describe("没有登录、已离任、已停用的，哪一条都进不去", () => {
  const signedIn = endpoints.filter(({ kind }) => kind === "signedIn");

  test("没有登录", async () => {
    for (const { route } of signedIn) {
      const answer = await house.server.inject({
        method: route.method,
        url: `/api/v1${route.path.replace(/:[A-Za-z]+/g, "00000000-0000-7000-8000-000000000000")}`,
      });
      // A form that is not filled in is told first; nothing is done and nothing is read.
      const refusals = [400, 401, 422].map((status) => `${route.id} ${status}`);
      expect(refusals).toContain(`${route.id} ${answer.statusCode}`);
    }
  });

  test.each(Object.entries(strangers))("%s登录不了", async (_name, login) => {
    await expect(house.signIn(login)).rejects.toThrow(login);
  });
});
