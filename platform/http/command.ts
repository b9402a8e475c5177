import type { Tx } from "#platform/database/index.ts";

interface CommandKey {
  readonly areaCode: string;
  readonly accountId: string;
  readonly key: string;
  readonly requestDigest: string;
}

type CommandTables = {
  "app.command": {
    area_code: string;
    account_id: string;
    key: string;
    request_digest: string;
    status: number;
    response: string;
    done_at: Date;
  };
};

/** What the same command answered before; `response` is as it was sent. */
export async function findCommand(
  tx: Tx,
  command: CommandKey,
): Promise<{ readonly requestDigest: string; readonly response: unknown } | null> {
  const row = await tx
    .withTables<CommandTables>()
    .selectFrom("app.command")
    .select(["request_digest", "response"])
    .where("area_code", "=", command.areaCode)
    .where("account_id", "=", command.accountId)
    .where("key", "=", command.key)
    .executeTakeFirst();
  return row ? { requestDigest: row.request_digest, response: row.response } : null;
}

/** Written in the command's own transaction: two at once, and the second fails on the key and is repeated. */
export async function recordCommand(
  tx: Tx,
  command: CommandKey,
  response: unknown,
  now: Date,
): Promise<void> {
  await tx
    .withTables<CommandTables>()
    .insertInto("app.command")
    .values({
      area_code: command.areaCode,
      account_id: command.accountId,
      key: command.key,
      request_digest: command.requestDigest,
      status: 200,
      response: JSON.stringify(response ?? null),
      done_at: now,
    })
    .execute();
}
