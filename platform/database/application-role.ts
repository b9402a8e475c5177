import { createHmac } from "node:crypto";
import pg from "pg";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { type Connection, withClient } from "./connection.ts";
import type { RoleProblem } from "./problems.ts";

/** Roles are shared by all databases of a server, so each database's application role bears its name. */
function nameApplicationRole(database: string): string {
  const name = `panshi_app_${database}`;
  if (Buffer.byteLength(name) <= 63) return name;
  return `panshi_app_${createHmac("sha256", "panshi").update(database).digest("hex").slice(0, 24)}`;
}

/**
 * The connection for the application on an external server: as given, or with a role of our own making. Its
 * password follows from the owner's, so that several servers of one database agree without a shared file.
 */
export async function findApplicationConnection(
  owner: pg.Client,
  ownerUrl: string,
  applicationUrl: string | undefined,
): Promise<Result<Connection, RoleProblem>> {
  if (applicationUrl) return succeed({ url: applicationUrl });
  const { rows } = await owner.query<{ database: string; mayCreate: boolean; exists: boolean }>(
    `SELECT current_database() AS database, rolcreaterole OR rolsuper AS "mayCreate",
       EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS exists
     FROM pg_roles WHERE rolname = current_user`,
    [nameApplicationRole(owner.database ?? "")],
  );
  const role = nameApplicationRole(rows[0]?.database ?? "");
  const url = new URL(ownerUrl);
  const ownerPassword = decodeURIComponent(url.password);
  if (!rows[0]?.mayCreate || ownerPassword === "" || url.hostname === "") {
    return fail({ code: "application-role-needed", role });
  }
  const password = createHmac("sha256", ownerPassword)
    .update(`panshi application ${role}`)
    .digest("base64url");
  url.username = encodeURIComponent(role);
  url.password = password;
  if (!rows[0].exists || !(await canEnter({ url: url.href }))) {
    const act = rows[0].exists ? "ALTER" : "CREATE";
    const secret = pg.escapeLiteral(password);
    await owner.query(`${act} ROLE ${pg.escapeIdentifier(role)} LOGIN PASSWORD ${secret}`);
    await owner.query(
      `GRANT CONNECT, TEMPORARY ON DATABASE ${pg.escapeIdentifier(rows[0].database)} TO ${pg.escapeIdentifier(role)}`,
    );
  }
  return succeed({ url: url.href });
}

const canEnter = (connection: Connection): Promise<boolean> =>
  withClient(connection, async () => true).catch(() => false);

type Power = { role: string; superuser: boolean; bypasses: boolean; owns: boolean; isOwner: boolean };

/**
 * Asks, as the application role itself, whether the second wall holds for it: no superuser, no BYPASSRLS,
 * nothing its own, not a member of the owner. Gives its name.
 */
export async function checkApplicationRole(
  application: pg.Client,
  ownerRole: string,
): Promise<Result<string, RoleProblem>> {
  const { rows } = await application.query<Power>(
    `SELECT rolname AS role, rolsuper AS superuser, rolbypassrls AS bypasses,
       EXISTS (SELECT FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass AND refobjid = pg_roles.oid
               AND deptype = 'o') OR EXISTS (SELECT FROM pg_database WHERE datdba = pg_roles.oid) AS owns,
       rolname = $1 OR pg_has_role(rolname, $1, 'MEMBER') AS "isOwner"
     FROM pg_roles WHERE rolname = current_user`,
    [ownerRole],
  );
  const power = rows[0];
  if (!power) throw new Error("pg_roles does not list the current user");
  const found = [
    power.superuser && "超级用户",
    power.bypasses && "BYPASSRLS",
    power.isOwner && "与 DATABASE_URL 的角色相同或是其成员",
    !power.superuser && !power.isOwner && power.owns && "拥有数据库对象",
  ].filter((word) => typeof word === "string");
  if (found.length === 0) return succeed(power.role);
  return fail({ code: "application-role-too-powerful", role: power.role, power: found.join("、") });
}
