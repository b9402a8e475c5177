import type { Tx } from "#platform/database/index.ts";
import type { Actor, ProblemTable } from "#platform/http/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { placeOf } from "#rooms/organizations/server/index.ts";
import { maxRevelationsPerDay } from "../../core/index.ts";
import { findNameOfPerson, listUnitsOfPerson } from "./store.ts";

export const contactProblems = {
  "person-not-found": { status: 404, title: "未找到此人，或不在您的职责范围内" },
  "contact-not-found": { status: 422, title: "没有登记这项联系方式" },
  "contact-unreadable": { status: 503, title: "个人信息的密钥不在服务器上，读不出来，请联系系统管理员" },
  "id-number-invalid": { status: 422, title: "身份证号有误，请对照证件核对18位号码" },
  "phone-invalid": { status: 422, title: "手机号应为11位数字" },
  "too-many-revelations": {
    status: 429,
    title: `今天查看完整内容已满${maxRevelationsPerDay}次，请明天再查`,
  },
} as const satisfies ProblemTable;

interface Asking {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly today: PlainDate;
  readonly params: { readonly personId: string };
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

/** The person himself, or one who holds a post where the actor keeps such data; null for everybody else. */
export async function findPersonFor({ actor, tx, today, params }: Asking): Promise<KnownPerson | null> {
  if (params.personId === "me" || params.personId === actor.personId) {
    return { id: actor.personId, name: actor.personName };
  }
  const person = await findNameOfPerson(tx, actor.areaCode, params.personId);
  if (!person) return null;
  const units = await listUnitsOfPerson(tx, actor.areaCode, person.id, today);
  return units.some((unit) => actor.may("contact.keep", placeOf(unit))) ? person : null;
}
