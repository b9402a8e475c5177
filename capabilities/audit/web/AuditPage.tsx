import type { ReactNode } from "react";
import {
  DataTable,
  download,
  EmptyNotice,
  PageShell,
  SearchForm,
  useFilters,
  usePages,
  useView,
  writeDay,
} from "#platform/ui/index.ts";
import { exportAuditRecordsRoute, listActsRoute, listAuditRecordsRoute } from "../contract.ts";
import { ChainState } from "./ChainState.tsx";
import { messages } from "./messages.ts";
import { recordColumns } from "./record-columns.tsx";

const filterKeys = [
  "from",
  "to",
  "person",
  "unit",
  "action",
  "subject",
  "result",
  "requestId",
  "search",
] as const;

const results = Object.entries(messages.results).map(([value, label]) => ({ value, label }));

/** 审计记录: who did what, in which post, from where; and whether the record is still what it was. */
export function AuditPage(): ReactNode {
  const [query] = useFilters(filterKeys);
  const acts = useView(listActsRoute);
  const records = usePages(listAuditRecordsRoute, { query }, (page) => page.records);
  const { filters } = messages;
  const from = records.status === "ready" ? writeDay(records.first.from) : "";
  const actOptions =
    acts.status === "ready"
      ? acts.data.acts.map(({ action, title }) => ({ value: action, label: title }))
      : [];
  return (
    <PageShell title={messages.title} breadcrumbs={[{ title: messages.group, to: "/audit" }]}>
      <ChainState />
      <SearchForm
        fields={[
          { key: "from", label: filters.from, kind: "day" },
          { key: "to", label: filters.to, kind: "day" },
          { key: "person", label: filters.person, kind: "text" },
          { key: "unit", label: filters.unit, kind: "text" },
          { key: "action", label: filters.action, kind: "choice", options: actOptions },
          { key: "subject", label: filters.subject, kind: "text" },
          { key: "result", label: filters.result, kind: "choice", options: results },
          { key: "requestId", label: filters.requestId, kind: "text" },
          { key: "search", label: filters.search, kind: "text" },
        ]}
      />
      {from !== "" && <p className="soft no-print">{messages.lookedFrom(from)}</p>}
      <DataTable
        name="audit"
        caption={messages.title}
        view={records}
        columns={recordColumns}
        rowKey={(row) => row.id}
        linkOf={(row) => `/audit/${row.id}`}
        rowTone={(row) => (row.result === "refused" ? "red" : undefined)}
        exportAs={() => download(exportAuditRecordsRoute, { query })}
        empty={<EmptyNotice text={messages.empty(from)} />}
      />
    </PageShell>
  );
}
