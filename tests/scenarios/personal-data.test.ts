import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTerritory } from "#platform/database/index.ts";
import {
  deleteContactRoute,
  getContactRoute,
  listUnitContactsRoute,
  listUnitPostsRoute,
  revealContactRoute,
  setContactRoute,
} from "#rooms/people/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { listRecords } from "./visitor.ts";

const idNumber = "11010519491231002X";
const phone = "13800001234";

let house: TestHouse;
/** 柳树镇组织委员. */
let officer: Person;
/** 东峪村书记, of whom it is all about. */
let secretary: Person;
let personId: string;
let unitId: string;

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("liushu.zuzhi");
  secretary = await house.signIn("liushu.dongyu.shuji");
  ({ personId } = await secretary.get(getContactRoute, { params: { personId: "me" } }));
  unitId = await findUnitOf(personId);
});
afterAll(() => house.close());

const read = <Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
  inTerritory(house.database, house.areaCode, async (tx) => (await query.execute(tx)).rows);

async function findUnitOf(person: string): Promise<string> {
  const [row] = await read(sql<{ unit_id: string }>`
    SELECT unit_id FROM people.read_holding WHERE area_code = ${house.areaCode} AND person_id = ${person}
      AND held_to IS NULL`);
  return row?.unit_id ?? "";
}

const listRows = () =>
  read(sql<{ sealed_key: Buffer | null; sealed_phone: Buffer | null; sealed_id_number: Buffer | null }>`
    SELECT * FROM people.contact WHERE area_code = ${house.areaCode} ORDER BY id`);

const of = () => ({ params: { personId } });

describe("联系方式", () => {
  test("组织委员登记，页面上只有遮蔽的", async () => {
    await officer.get(setContactRoute, { ...of(), body: { idNumber: " 11010519491231002x ", phone } });
    const contact = await officer.get(getContactRoute, of());
    expect(contact).toMatchObject({ idNumber: "110105********002X", phone: "138****1234", isReadable: true });
    const { contacts } = await officer.get(listUnitContactsRoute, { params: { unitId } });
    expect(contacts.find((each) => each.personId === personId)).toMatchObject({ phone: "138****1234" });
    expect((await officer.get(listUnitPostsRoute, { params: { unitId } })).mayKeepContacts).toBe(true);
  });

  test("本人看得到自己的，村书记管不了别人的", async () => {
    const own = await secretary.get(getContactRoute, { params: { personId: "me" } });
    expect(own).toMatchObject({ personId, phone: "138****1234" });
    expect((await secretary.send(listUnitContactsRoute, { params: { unitId } })).status).toBe(404);
    expect((await secretary.get(listUnitPostsRoute, { params: { unitId } })).mayKeepContacts).toBe(false);
  });

  test.each([
    [{ idNumber: "110105194912310021" }, "id-number-invalid"],
    [{ phone: "1380000123" }, "phone-invalid"],
  ])("填错的不收：%j", async (body, code) => {
    const answer = await officer.send(setContactRoute, { ...of(), body });
    expect(answer.problem.code).toBe(code);
  });

  test("数据库里任何地方都没有原文，审计里也没有遮蔽后的残余", async () => {
    const dump = await read(sql<{ text: string }>`
      SELECT row_to_json(contact)::text AS text FROM people.contact WHERE area_code = ${house.areaCode}
      UNION ALL SELECT row_to_json(record)::text FROM audit.record WHERE area_code = ${house.areaCode}
      UNION ALL SELECT row_to_json(command)::text FROM app.command WHERE area_code = ${house.areaCode}`);
    const text = dump.map((row) => row.text).join("\n");
    expect(text).toContain("contact.set");
    for (const plain of [idNumber, phone, "138****1234", Buffer.from(phone).toString("hex")]) {
      expect(text).not.toContain(plain);
    }
  });

  test("查看完整内容须写用途；用途进审计，内容不进", async () => {
    const blank = { ...of(), body: { field: "phone", purpose: "  " } };
    expect((await officer.send(revealContactRoute, blank)).status).toBe(400);
    const { value } = await officer.get(revealContactRoute, {
      ...of(),
      body: { field: "phone", purpose: "通知参加培训" },
    });
    expect(value).toBe(phone);
    const [record] = await listRecords(house, "contact.reveal");
    expect(record?.after).toEqual({ item: "手机号", purpose: "通知参加培训" });
  });

  test("一天最多看30次，第二天再看", async () => {
    const reveal = () =>
      officer.send(revealContactRoute, { ...of(), body: { field: "idNumber", purpose: "核对名册" } });
    for (let count = 1; count < 30; count += 1) expect((await reveal()).status).toBe(200);
    expect((await reveal()).problem.code).toBe("too-many-revelations");
    house.setNow("2026-11-21T02:00:00Z");
    expect(
      (
        await (
          await house.signIn("liushu.zuzhi")
        ).get(revealContactRoute, {
          ...of(),
          body: { field: "idNumber", purpose: "核对名册" },
        })
      ).value,
    ).toBe(idNumber);
    house.setNow("2026-11-20T02:00:00Z");
  });

  test("没有变化的修改不留记录；只改一项，另一项不动；可以取消登记", async () => {
    const before = (await listRecords(house, "contact.set")).length;
    expect((await officer.get(setContactRoute, { ...of(), body: { phone: "138 0000 1234" } })).done).toBe(
      false,
    );
    expect(await listRecords(house, "contact.set")).toHaveLength(before);
    await secretary.get(setContactRoute, { params: { personId: "me" }, body: { phone: "13900005678" } });
    expect(await officer.get(getContactRoute, of())).toMatchObject({
      idNumber: "110105********002X",
      phone: "139****5678",
    });
    await officer.get(setContactRoute, { ...of(), body: { idNumber: null } });
    expect(await officer.get(getContactRoute, of())).toMatchObject({ idNumber: null, phone: "139****5678" });
  });

  test("别人的密文搬到这里打不开", async () => {
    const other = await house.signIn("liushu.shuji");
    await other.get(setContactRoute, { params: { personId: "me" }, body: { phone: "13700009999" } });
    await house.asOwner(`UPDATE people.contact SET sealed_phone =
      (SELECT sealed_phone FROM people.contact WHERE person_id <> '${personId}' LIMIT 1)
      WHERE person_id = '${personId}'`);
    expect((await officer.get(getContactRoute, of())).phone).toBeNull();
    await officer.get(setContactRoute, { ...of(), body: { phone } });
  });

  test("删除即销毁密钥：密文还在，谁也读不出；以后可以重新登记", async () => {
    await officer.get(deleteContactRoute, { ...of(), body: { reason: "本人要求删除" } });
    const [row] = (await listRows()).filter(({ sealed_key }) => sealed_key === null);
    expect(row?.sealed_phone).toBeInstanceOf(Buffer);
    expect(await officer.get(getContactRoute, of())).toMatchObject({ phone: null, enteredAt: null });
    const answer = await officer.send(revealContactRoute, {
      ...of(),
      body: { field: "phone", purpose: "试" },
    });
    expect(answer.problem.code).toMatch(/contact-not-found|too-many/);
    const [record] = await listRecords(house, "contact.delete");
    expect(record?.after).toEqual({ reason: "本人要求删除" });
    await officer.get(setContactRoute, { ...of(), body: { phone } });
    expect((await officer.get(getContactRoute, of())).phone).toBe("138****1234");
    expect(await listRows()).toHaveLength(3);
  });

  test("离任的人：原单位还看得到，以便删除", async () => {
    await house.asOwner(`UPDATE people.holding SET held_to = '2026-11-18' WHERE person_id = '${personId}'`);
    const { contacts } = await officer.get(listUnitContactsRoute, { params: { unitId } });
    expect(contacts.find((each) => each.personId === personId)).toMatchObject({ hasLeft: true });
    await officer.get(deleteContactRoute, { ...of(), body: { reason: "已离任" } });
    const after = await officer.get(listUnitContactsRoute, { params: { unitId } });
    expect(after.contacts.some((each) => each.personId === personId)).toBe(false);
  });
});
