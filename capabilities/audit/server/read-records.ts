import { type ActTitles, type Endpoint, endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { getAuditRecordRoute, listActsRoute, listAuditRecordsRoute } from "../contract.ts";
import { compareFields } from "../core/index.ts";
import { describeRecord } from "./describe-record.ts";
import { exportEndpoint } from "./export-records.ts";
import { mayReadAudit } from "./permission.ts";
import { auditProblems } from "./problems.ts";
import { readFilter, readPageKey } from "./read-filter.ts";
import { recordAudit } from "./record-audit.ts";
import { findRecord, findSealOf, listRecords, pageSize } from "./store/list-records.ts";

const listEndpoint = (titlesOf: () => ActTitles): Endpoint =>
  endpoint(listAuditRecordsRoute, {
    problems: auditProblems,
    records: { "audit.read": "查阅审计记录" },
    async run(context) {
      const { actor, tx, query } = context;
      if (!mayReadAudit(actor)) return fail({ code: "not-permitted" });
      const period = readFilter(context);
      if (!period.ok) return period;
      const after = query.after === undefined ? null : readPageKey(query.after);
      if (query.after !== undefined && !after)
        return fail({ code: "invalid-request", detail: "翻页位置无效" });
      const rows = await listRecords(tx, actor.areaCode, period.value.filter, { after, limit: pageSize });
      const shown = rows.slice(0, pageSize);
      const last = shown.at(-1);
      const next = rows.length > pageSize && last ? `${last.at.toISOString()}_${last.id}` : null;
      await recordAudit(tx, context, {
        action: "audit.read",
        subjectKind: "audit",
        subjectId: actor.areaCode,
        after: query,
      });
      return succeed({
        records: shown.map((row) => describeRecord(row, titlesOf())),
        next,
        from: period.value.from,
      });
    },
  });

const getEndpoint = (titlesOf: () => ActTitles): Endpoint =>
  endpoint(getAuditRecordRoute, {
    problems: auditProblems,
    records: { "audit.open": "打开一条审计记录" },
    async run(context) {
      const { actor, tx, params } = context;
      if (!mayReadAudit(actor)) return fail({ code: "not-permitted" });
      const row = await findRecord(tx, actor.areaCode, params.recordId);
      if (!row) return fail({ code: "record-not-found" });
      await recordAudit(tx, context, { action: "audit.open", subjectKind: "auditRecord", subjectId: row.id });
      const seal = await findSealOf(tx, actor.areaCode, row.id);
      return succeed({
        record: describeRecord({ ...row, sequence: seal?.sequence ?? null }, titlesOf()),
        accountId: row.account_id,
        fields: compareFields(parse(row.before), parse(row.after)),
        seal: seal
          ? {
              sequence: seal.sequence,
              digest: seal.digest.toString("hex"),
              sealedAt: seal.sealed_at.toISOString(),
            }
          : null,
      });
    },
  });

const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

const actsEndpoint = (titlesOf: () => ActTitles): Endpoint =>
  endpoint(listActsRoute, {
    problems: auditProblems,
    async run({ actor }) {
      if (!mayReadAudit(actor)) return fail({ code: "not-permitted" });
      const acts = Object.entries(titlesOf()).map(([action, title]) => ({ action, title }));
      return succeed({ acts: acts.toSorted((a, b) => (a.action < b.action ? -1 : 1)) });
    },
  });

export const readingEndpoints = (titlesOf: () => ActTitles): readonly Endpoint[] => [
  listEndpoint(titlesOf),
  exportEndpoint(titlesOf),
  getEndpoint(titlesOf),
  actsEndpoint(titlesOf),
];
