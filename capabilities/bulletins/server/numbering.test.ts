import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTerritory } from "#platform/database/index.ts";
import { freezeRunRoute } from "#rooms/assessments/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "../../../tests/scenarios/house.ts";
import {
  checkBulletinRoute,
  draftBulletinRoute,
  editBulletinRoute,
  getBulletinFileRoute,
  getBulletinRoute,
  listBulletinsRoute,
  signBulletinRoute,
  withdrawBulletinRoute,
} from "../contract.ts";

let house: TestHouse;
let officer: Person;
let colleague: Person;
let head: Person;
beforeAll(async () => {
  house = await openTestHouse();
  await signInAll();
});
afterAll(() => house.close());

/** Anew whenever the clock was moved: sessions end. */
async function signInAll(): Promise<void> {
  officer = await house.signIn("zzb.zuzhike");
  colleague = await house.signIn("zzb.zuzhike2");
  head = await house.signIn("zzb.buzhang");
}

const freeze = async (from: string, cutoff: string) =>
  (await officer.get(freezeRunRoute, { body: { from, cutoff } })).runId;

/** Drafted and checked, ready to be signed. */
async function prepare(runId: string, circleKinds?: readonly string[]) {
  const params = await officer.get(draftBulletinRoute, { body: { runId } });
  let version = 1;
  if (circleKinds) {
    const { text } = await officer.get(getBulletinRoute, { params });
    const body = { version, text: { ...text, circleKinds } };
    version = (await officer.get(editBulletinRoute, { params, body })).version;
  }
  version = (await colleague.get(checkBulletinRoute, { params, body: { version } })).version;
  return { params, body: { version } };
}

const sign = (ready: Awaited<ReturnType<typeof prepare>>) => head.send(signBulletinRoute, ready);

const storedNumbers = async (year: number) => {
  const { rows } = await inTerritory(house.database, house.areaCode, (tx) =>
    sql<{ serial: number }>`SELECT number_serial AS serial FROM bulletins.bulletin
      WHERE area_code = ${house.areaCode} AND number_year = ${year} ORDER BY number_serial`.execute(tx),
  );
  return rows.map(({ serial }) => serial);
};

describe("发文字号不重不漏", () => {
  test("同一结果的两份同时签发，只成一份，另一份说出已有的是哪份，不占号", async () => {
    const runId = await freeze("2026-01-01", "2026-03-31");
    const drafts = [await prepare(runId), await prepare(runId)];
    const answers = await Promise.all(drafts.map(sign));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const refused = answers.findIndex(({ status }) => status === 409);
    expect(answers[refused]?.problem.code).toBe("run-already-announced");
    const again = await sign(drafts[refused] ?? { params: { bulletinId: "" }, body: { version: 1 } });
    expect(again.problem.detail).toMatch(/^清组通〔2026〕1号“.+”已经通报了这次结果。$/);
    expect(await storedNumbers(2026)).toEqual([1]);
  });

  test("一起签发六份，号码相连", async () => {
    const months = ["04-30", "05-31", "06-30", "07-31", "08-31", "09-30"];
    const ready = [];
    for (const month of months) ready.push(await prepare(await freeze("2026-04-01", `2026-${month}`)));
    const answers = await Promise.all(ready.map(sign));
    expect(answers.map(({ status }) => status)).toEqual(months.map(() => 200));
    expect(await storedNumbers(2026)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("北京时间元旦零时起是新年度，从1号起；前一分钟仍是旧年度", async () => {
    const [oldYear, newYear] = [
      await prepare(await freeze("2026-07-01", "2026-10-31")),
      await prepare(await freeze("2026-08-01", "2026-10-31")),
    ];
    const signAt = async (instant: string, ready: typeof oldYear) => {
      house.setNow(instant);
      await signInAll();
      return (await sign(ready)).value.documentNumber;
    };
    expect(await signAt("2026-12-31T15:59:00Z", oldYear)).toBe("清组通〔2026〕8号");
    expect(await signAt("2026-12-31T16:00:00Z", newYear)).toBe("清组通〔2027〕1号");
    const seen = await head.get(getBulletinRoute, { params: newYear.params });
    expect(seen.bulletin.signedOn).toBe("2027-01-01");
  });
});

describe("发送范围", () => {
  test("不在范围内的单位看不到、列不出、下载不了，撤回以后也一样", async () => {
    const ready = await prepare(await freeze("2026-03-01", "2026-10-31"), ["subdistrict"]);
    expect((await sign(ready)).status).toBe(200);
    const inside = await house.signIn("linshui.shuji");
    const outside = await house.signIn("liushu.shuji");
    const statusesFor = async (person: Person) => [
      (await person.send(getBulletinRoute, { params: ready.params })).status,
      (await person.send(getBulletinFileRoute, { params: ready.params })).status,
      (await person.get(listBulletinsRoute)).bulletins.some(({ id }) => id === ready.params.bulletinId),
    ];
    const first = await inside.send(getBulletinFileRoute, { params: ready.params });
    expect(await statusesFor(inside)).toEqual([200, 200, true]);
    expect(await statusesFor(outside)).toEqual([404, 404, false]);
    const { version } = await head.get(getBulletinRoute, { params: ready.params });
    await head.get(withdrawBulletinRoute, { params: ready.params, body: { version, reason: "附件有误" } });
    expect(await statusesFor(inside)).toEqual([200, 200, true]);
    expect(await statusesFor(outside)).toEqual([404, 404, false]);
    const kept = await inside.send(getBulletinFileRoute, { params: ready.params });
    expect(kept.bytes.equals(first.bytes)).toBe(true);
  });
});
