import type { ReactNode } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import {
  type Column,
  DataTable,
  EmptyNotice,
  PageLink,
  Section,
  usePages,
  writeMoment,
} from "#platform/ui/index.ts";
import { listRunsRoute } from "../contract.ts";
import { messages } from "./messages.ts";

type Row = ResponseOf<typeof listRunsRoute>["runs"][number];

const columns: readonly Column<Row>[] = [
  {
    key: "title",
    title: messages.runColumns.title,
    cell: (row) => <PageLink to={`/runs/${row.id}`}>{row.title}</PageLink>,
    text: (row) => row.title,
    onCard: "title",
  },
  { key: "period", title: messages.runColumns.period, cell: (row) => row.periodName },
  {
    key: "scheme",
    title: messages.runColumns.scheme,
    cell: (row) => messages.schemeOf(row.schemeName, row.schemeVersion),
    isHiddenAtFirst: true,
  },
  { key: "frozenAt", title: messages.runColumns.frozenAt, cell: (row) => writeMoment(row.frozenAt) },
  { key: "frozenBy", title: messages.runColumns.frozenBy, cell: (row) => row.frozenByName },
];

/** What was frozen before, the latest first. */
export function RunList(): ReactNode {
  const view = usePages(listRunsRoute, {}, (page) => page.runs);
  return (
    <Section title={messages.runs}>
      <DataTable
        name="runs"
        caption={messages.runs}
        view={view}
        columns={columns}
        rowKey={(row) => row.id}
        linkOf={(row) => `/runs/${row.id}`}
        empty={<EmptyNotice text={messages.noRuns} />}
      />
    </Section>
  );
}
