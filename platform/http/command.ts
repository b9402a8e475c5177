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

const tables = (tx: Tx) => tx.withTables<CommandTables>();

export interface AnsweredCommand {
  readonly requestDigest: string;
  readonly response: unknown;
}

/**
 * Claims a key for this transaction, or gives the answer of the command that had it first. The same command sent
 * twice at once waits here until the first is committed (then its answer stands) or rolled back (then this one runs).
 */
export async function claimCommand(tx: Tx, command: CommandKey, now: Date): Promise<AnsweredCommand | null> {
  const claimed = await tables(tx)
    .insertInto("app.command")
    .values({
      area_code: command.areaCode,
      account_id: command.accountId,
      key: command.key,
      request_digest: command.requestDigest,
      status: 0,
      response: "null",
      done_at: now,
    })
    .onConflict((conflict) => conflict.columns(["area_code", "account_id", "key"]).doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return null;
  const row = await tables(tx)
    .selectFrom("app.command")
    .select(["request_digest", "response"])
    .where("area_code", "=", command.areaCode)
    .where("account_id", "=", command.accountId)
    .where("key", "=", command.key)
    .executeTakeFirstOrThrow();
  return { requestDigest: row.request_digest, response: row.response };
}

/** Keeps the answer under the claimed key, in the command's own transaction. */
export async function recordAnswer(tx: Tx, command: CommandKey, response: unknown): Promise<void> {
  await tables(tx)
    .updateTable("app.command")
    .set({ status: 200, response: JSON.stringify(response ?? null) })
    .where("area_code", "=", command.areaCode)
    .where("account_id", "=", command.accountId)
    .where("key", "=", command.key)
    .execute();
}
