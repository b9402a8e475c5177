import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { mayTakeSide } from "./permission.ts";
import { type FoundList, findList, lockList, updateList } from "./store/lists.ts";

export interface ListContext {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly params: { readonly listId: string };
}

type LockProblem = {
  readonly code: "list-not-found" | "not-permitted" | "list-not-draft" | "changed-meanwhile";
  readonly detail?: string;
};

/** Load and permit for every act on a draft. Without `version` the act touches nothing that another may have. */
export async function lockDraft(
  context: ListContext,
  version: number | null,
): Promise<Result<FoundList, LockProblem>> {
  const { tx, actor, params } = context;
  const found = await findList(tx, actor, params.listId);
  if (!found) return fail({ code: "list-not-found" });
  if (!mayTakeSide(actor, found, "drafter")) return fail({ code: "not-permitted" });
  const locked = await lockList(tx, actor.areaCode, found.id);
  if (locked.status !== "draft") return fail({ code: "list-not-draft" });
  if (version !== null && locked.version !== version) {
    return fail({ code: "changed-meanwhile", detail: tellChange(locked) });
  }
  return succeed({ ...found, ...locked });
}

/** 李四11月20日14:05修改过，请看过再办。 */
export function tellChange(changed: {
  readonly changed_by_name: string | null;
  readonly changed_at?: Date | null;
}): string {
  const when = changed.changed_at ? momentInChina(changed.changed_at) : "";
  return `${changed.changed_by_name ?? "他人"}${when}修改过，请看过再办。`;
}

function momentInChina(at: Date): string {
  const day = dayInChina(at);
  const clock = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日${clock}`;
}

/** Whoever signs must sign what he saw: every change of an item moves the list's version on. */
export async function touchList(
  context: ListContext,
  list: { readonly id: string; readonly version: number },
) {
  const { tx, actor, now } = context;
  const version = list.version + 1;
  await updateList(
    tx,
    { area: actor.areaCode, listId: list.id },
    { version, changed_at: now, changed_by_name: actor.personName },
  );
  return version;
}
