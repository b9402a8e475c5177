import { validate as isId } from "uuid";
import type { RequestContext } from "#platform/http/index.ts";
import { addDays, type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { listAuditRecordsRoute } from "../contract.ts";
import type { PageKey, RecordFilter } from "./store/list-records.ts";

export type ListContext = RequestContext<typeof listAuditRecordsRoute>;

/** Who names no period looks through the last month: the search through all there is must be wanted. */
const defaultDays = 30;

interface Period {
  readonly from: PlainDate;
  readonly filter: RecordFilter;
}

export function readFilter({
  query,
  today,
}: Pick<ListContext, "query" | "today">): Result<Period, { code: "day-unknown" }> {
  const to = query.to === undefined ? today : parsePlainDate(query.to);
  const from = query.from === undefined ? to && addDays(to, -defaultDays) : parsePlainDate(query.from);
  if (!to || !from) return fail({ code: "day-unknown" });
  const until = startOf(addDays(to, 1));
  const { person, action, subject, unit, result, requestId, search } = query;
  const filter = { person, action, subject, unit, result, requestId, search };
  return succeed({ from, filter: { ...filter, from: startOf(from), until } });
}

/** "2026-11-20T02:00:00.000Z_<uuid>" */
export function readPageKey(text: string): PageKey | null {
  const [at, id] = text.split("_");
  const moment = new Date(at ?? "");
  return id && isId(id) && !Number.isNaN(moment.getTime()) ? { at: moment, id } : null;
}

/** Midnight in China. */
const startOf = (day: PlainDate): Date => new Date(`${day}T00:00:00+08:00`);
