import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addKey, type KeyRing, keepKeys, keyRingOf } from "#platform/crypto/index.ts";
import { inTerritory } from "#platform/database/index.ts";
import { getContactRoute, revealContactRoute, setContactRoute } from "#rooms/people/contract.ts";
import { countSealedUnder, rotateKeys } from "#rooms/people/server/index.ts";
import { openTestHouse, type Person, type TestHouse } from "../../tests/scenarios/house.ts";

const folder = mkdtempSync(join(tmpdir(), "panshi-personal-key-"));
const path = join(folder, "personal-key");
const logins = ["liushu.shuji", "liushu.zuzhi", "liushu.ganshi", "liushu.fushuji", "zzb.zuzhike"];

let house: TestHouse;
let ring: KeyRing;
let persons: Person[];

beforeAll(async () => {
  const kept = keepKeys(path);
  if (!kept.ok) throw new Error(kept.problem.code);
  ring = kept.value;
  house = await openTestHouse(undefined, { personalKeys: ring });
  persons = await Promise.all(logins.map((login) => house.signIn(login)));
  await Promise.all(persons.map((person, index) => enter(person, `1380000000${index}`)));
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const own = { params: { personId: "me" } } as const;
const enter = (person: Person, phone: string) => person.get(setContactRoute, { ...own, body: { phone } });
const reveal = async (person: Person | undefined): Promise<string> => {
  if (!person) throw new Error("nobody");
  const body = { field: "phone", purpose: "核对" };
  return (await person.get(revealContactRoute, { ...own, body })).value;
};
const counts = () =>
  inTerritory(house.database, house.areaCode, (tx) => countSealedUnder(tx, house.areaCode));
const rotation = () => ({
  areaCode: house.areaCode,
  ring,
  operator: "控制台（测试）",
  now: () => new Date("2026-11-20T02:00:00Z"),
  personsPerBatch: 2,
});

describe("轮换个人信息的总密钥", () => {
  test("每个人的密钥改用新一代封存，号码照样读得出，密文没有动", async () => {
    const old = ring.newest().id;
    expect(await counts()).toEqual([{ keyId: old, persons: 5 }]);
    const sealed = () =>
      inTerritory(house.database, house.areaCode, async (tx) => {
        const { rows } = await sql`SELECT id, sealed_phone FROM people.contact
          WHERE area_code = ${house.areaCode} ORDER BY id`.execute(tx);
        return rows;
      });
    const before = await sealed();
    addKey(path);
    expect(await rotateKeys(house.database, rotation())).toEqual({ rewrapped: 5, unreadable: 0 });
    expect(await counts()).toEqual([{ keyId: ring.newest().id, persons: 5 }]);
    expect(ring.newest().id).not.toBe(old);
    expect(await sealed()).toEqual(before);
    expect(await reveal(persons[0])).toBe("13800000000");
    expect(await rotateKeys(house.database, rotation())).toEqual({ rewrapped: 0, unreadable: 0 });
  });

  test("做到一半停下，下次接着做；这期间照常登记和查看", async () => {
    addKey(path);
    // A batch that fails stops the run as a lost connection does: what was committed before it stays.
    let batches = 0;
    const now = (): Date => {
      batches += 1;
      if (batches === 2) throw new Error("断电");
      return new Date("2026-11-20T02:00:00Z");
    };
    await expect(rotateKeys(house.database, { ...rotation(), now })).rejects.toThrow("断电");
    const half = await counts();
    expect(half.map((row) => row.persons).toSorted()).toEqual([2, 3]);
    for (const [index, person] of persons.entries()) {
      expect(await reveal(person)).toBe(`1380000000${index}`);
    }
    const [first] = persons;
    if (first) await enter(first, "13900000000");
    expect(await rotateKeys(house.database, rotation())).toEqual({ rewrapped: 3, unreadable: 0 });
    expect(await counts()).toEqual([{ keyId: ring.newest().id, persons: 5 }]);
    expect(await reveal(first)).toBe("13900000000");
  });

  test("轮换与修改同时进行，谁也不丢", async () => {
    addKey(path);
    await Promise.all([
      rotateKeys(house.database, rotation()),
      ...persons.map((person, index) => enter(person, `1370000000${index}`)),
    ]);
    await rotateKeys(house.database, rotation());
    for (const [index, person] of persons.entries()) expect(await reveal(person)).toBe(`1370000000${index}`);
    expect(await counts()).toEqual([{ keyId: ring.newest().id, persons: 5 }]);
  });

  test("密钥文件丢了：不改动，数得出；页面说读不出来", async () => {
    const stranger = { ...rotation(), ring: keyRingOf(Buffer.alloc(32, 9)) };
    expect(await rotateKeys(house.database, stranger)).toEqual({ rewrapped: 0, unreadable: 5 });
    expect(await reveal(persons[1])).toBe("13700000001");
    const other = await openTestHouse();
    const person = await other.signIn("liushu.shuji");
    await person.get(setContactRoute, { ...own, body: { phone: "13800001234" } });
    await other.asOwner(`UPDATE people.contact SET sealed_key = decode('02', 'hex')`);
    expect(await person.get(getContactRoute, own)).toMatchObject({ phone: null, isReadable: false });
    const answer = await person.send(setContactRoute, { ...own, body: { phone: "13800001235" } });
    expect(answer.problem.code).toBe("contact-unreadable");
    await other.close();
  });
});
