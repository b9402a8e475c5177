import type { ReactNode } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import {
  type Column,
  DataTable,
  EmptyNotice,
  Explain,
  NumberCell,
  PageLink,
  PageShell,
  SearchForm,
  useFilters,
  useView,
} from "#platform/ui/index.ts";
import { unitKindNames } from "#rooms/organizations/core/index.ts";
import { listProblemsRoute } from "../contract.ts";
import { messages } from "./messages.ts";

type Row = ResponseOf<typeof listProblemsRoute>["units"][number];
type Count = "overdue" | "slipped" | "returned" | "reopened" | "unopened" | "open";

const ledgerOf = (row: Row, state: string): string => `/tasks?box=below&unitId=${row.unitId}&state=${state}`;

/** A count that opens to the tasks behind it. */
const count = (key: Count, title: string, state: string | null): Column<Row> => ({
  key,
  title,
  align: "right",
  cell: (row) =>
    state === null || row[key] === 0 ? row[key] : <NumberCell value={row[key]} to={ledgerOf(row, state)} />,
  text: (row) => row[key],
  sortBy: (row) => row[key],
  total: (rows) => rows.reduce((sum, row) => sum + row[key], 0),
});

const columns: readonly Column<Row>[] = [
  {
    key: "unit",
    title: messages.problemColumns.unit,
    cell: (row) => <PageLink to={ledgerOf(row, "open")}>{row.unitName}</PageLink>,
    text: (row) => row.unitName,
    sortBy: (row) => row.unitName,
    onCard: "title",
  },
  count("overdue", messages.problemColumns.overdue, "overdue"),
  count("slipped", messages.problemColumns.slipped, "slipped"),
  count("returned", messages.problemColumns.returned, "returned"),
  count("reopened", messages.problemColumns.reopened, null),
  count("unopened", messages.problemColumns.unopened, "unopened"),
  count("open", messages.problemColumns.open, "open"),
  {
    key: "oldest",
    title: messages.problemColumns.oldest,
    cell: (row) => row.oldestDueDate ?? "",
    sortBy: (row) => row.oldestDueDate,
  },
];

/** 问题台账 by unit: what is overdue, returned, done again, and not even opened. */
export function ProblemsPage(): ReactNode {
  const [filters] = useFilters(["unitKind"] as const);
  const view = useView(listProblemsRoute, { query: filters });
  const units = view.status === "ready" ? { ...view, data: view.data.units } : view;
  return (
    <PageShell
      title={messages.problemsTitle}
      breadcrumbs={[{ title: messages.problemsGroup }, { title: messages.problemsLedger }]}
    >
      <SearchForm
        fields={[
          {
            key: "unitKind",
            label: messages.unitKind,
            kind: "choice",
            options: Object.entries(unitKindNames).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      <DataTable
        name="problems"
        caption={messages.problemsTitle}
        view={units}
        columns={columns}
        rowKey={(row) => row.unitId}
        linkOf={(row) => ledgerOf(row, "open")}
        empty={<EmptyNotice text={messages.noProblems} />}
      />
      <Explain>{messages.problemRule}</Explain>
    </PageShell>
  );
}
