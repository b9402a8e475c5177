import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { inTerritory } from "#platform/database/index.ts";
import { sampleAreaCode } from "#samples/county/index.ts";
import type { TestHouse } from "../house.ts";

/** Every kind of account, by the name that the table uses; the login is that of the demo county. */
export const visitors = {
  系统管理员: "xianwei.xitong",
  安全管理员: "xianwei.anquan",
  审计管理员: "xianwei.shenji",
  县委书记: "xianwei.shuji",
  县委常委: "xianwei.changwei",
  部长: "zzb.buzhang",
  科长: "zzb.zuzhike",
  督查员: "zzb.duchake",
  部门负责人: "xcb.zhuyao",
  教育党委书记: "jiaoyu.shuji",
  教育组织委员: "jiaoyu.zuzhi",
  校书记: "jiaoyu.yizhong.shuji",
  乡镇书记: "liushu.shuji",
  乡镇副书记: "liushu.fushuji",
  组织委员: "liushu.zuzhi",
  组织干事: "liushu.ganshi",
  指导员: "liushu.zhidaoyuan",
  村书记: "liushu.dongyu.shuji",
  第一书记: "liushu.dongyu.diyi",
  出席指导: "matrix.observer",
  测评人: "matrix.rater",
} as const;

export type Visitor = keyof typeof visitors;

/** Those who get in nowhere: nobody, somebody whose posts have ended, somebody whose account is shut. */
export const strangers = { 已离任: "matrix.expired", 已停用: "matrix.suspended" } as const;

/** Accounts that the demo county has none of. They share its password. */
export async function inviteVisitors(house: TestHouse): Promise<void> {
  await inTerritory(house.database, sampleAreaCode, async (tx) => {
    for (const [login, kind, lastDay] of [
      ["matrix.observer", "observer", null],
      ["matrix.rater", "rater", null],
      ["matrix.expired", "secretary", "2026-11-19"],
      ["matrix.suspended", "secretary", null],
    ] as const) {
      const [personId, postId] = [newId(), newId()];
      await sql`INSERT INTO people.person VALUES (${sampleAreaCode}, ${personId}, ${login})`.execute(tx);
      await sql`INSERT INTO people.post (area_code, id, unit_id, title, kind, ordinal)
        SELECT ${sampleAreaCode}, ${postId}, id, ${login}, ${kind}, 90 FROM organizations.read_unit
        WHERE area_code = ${sampleAreaCode} AND kind = 'countyCommittee'`.execute(tx);
      await sql`INSERT INTO people.holding (area_code, id, post_id, person_id, held_from, held_to)
        VALUES (${sampleAreaCode}, ${newId()}, ${postId}, ${personId}, '2025-01-01', ${lastDay}::date)`.execute(
        tx,
      );
      await sql`INSERT INTO access.account (area_code, id, person_id, login_name, password_hash, demo, created_at,
          suspended_at)
        SELECT ${sampleAreaCode}, ${newId()}, ${personId}, ${login}, password_hash, true, now(),
          ${login === "matrix.suspended" ? "2026-11-01" : null}::timestamptz
        FROM access.account WHERE area_code = ${sampleAreaCode} ORDER BY login_name LIMIT 1`.execute(tx);
    }
  });
}
