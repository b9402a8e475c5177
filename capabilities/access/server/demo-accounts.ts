import type { Tx } from "#platform/database/index.ts";
import { hashPassword, isPasswordOf } from "./password.ts";
import type { AccessTables } from "./tables.ts";

/** All demo accounts share one password; a start that names another changes it for all of them. */
export async function alignDemoPassword(tx: Tx, areaCode: string, password: string): Promise<void> {
  const tables = tx.withTables<AccessTables>();
  const one = await tables
    .selectFrom("access.account")
    .select("password_hash")
    .where("area_code", "=", areaCode)
    .where("demo", "=", true)
    .orderBy("login_name")
    .limit(1)
    .executeTakeFirst();
  if (!one || (await isPasswordOf(one.password_hash, password))) return;
  await tables
    .updateTable("access.account")
    .set({ password_hash: await hashPassword(password) })
    .where("area_code", "=", areaCode)
    .where("demo", "=", true)
    .execute();
}
