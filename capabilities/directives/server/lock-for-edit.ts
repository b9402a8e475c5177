import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { editNames } from "./edit-names.ts";
import { mayEdit } from "./permission.ts";
import { type FoundDocument, findDocument, lockDocument } from "./store/documents.ts";
import { listEditsSince } from "./store/edits.ts";

type LockProblem = {
  readonly code: "document-not-found" | "not-permitted" | "changed-meanwhile";
  readonly detail?: string;
};

/** Load and permit, the same for every act on a document; of two at once the second is told what the first did. */
export async function lockForEdit(
  context: { readonly tx: Tx; readonly actor: Actor; readonly params: { readonly documentId: string } },
  version: number,
): Promise<Result<FoundDocument, LockProblem>> {
  const { tx, actor, params } = context;
  const document = await findDocument(tx, actor, params.documentId);
  if (!document) return fail({ code: "document-not-found" });
  if (!mayEdit(actor, document)) return fail({ code: "not-permitted" });
  const locked = await lockDocument(tx, actor.areaCode, document.id);
  if (locked.version === version) return succeed({ ...document, ...locked });
  const edits = await listEditsSince(tx, actor.areaCode, document.id, version);
  const told = edits.map(
    (edit) => `${edit.by_name}${timeInChina(edit.at)}${editNames[edit.kind] ?? "作了修改"}`,
  );
  const detail =
    told.length > 0
      ? `${told.join("；")}。请看过再改。`
      : `${locked.changed_by_name ?? "他人"}${locked.changed_at ? timeInChina(locked.changed_at) : ""}改了这份文件。请看过再改。`;
  return fail({ code: "changed-meanwhile", detail });
}

/** 11月20日14:05 */
function timeInChina(at: Date): string {
  const day = dayInChina(at);
  const clock = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `于${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日${clock}`;
}
