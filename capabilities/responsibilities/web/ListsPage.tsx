import { Button } from "antd";
import type { ReactNode } from "react";
import type { Static } from "typebox";
import {
  AddressTabs,
  type Column,
  DataTable,
  EmptyNotice,
  MomentText,
  PageLink,
  PageShell,
  SearchForm,
  useFilters,
  usePages,
  writeMoment,
} from "#platform/ui/index.ts";
import { listListsRoute } from "../contract/lists.ts";
import type { listSummary } from "../contract/shapes.ts";
import { listStatusNames } from "../core/index.ts";
import { CreateList } from "./CreateList.tsx";
import { messages } from "./messages.ts";

type Row = Static<typeof listSummary>;

const columns: readonly Column<Row>[] = [
  {
    key: "title",
    title: messages.columns.title,
    cell: (row) => <PageLink to={`/lists/${row.id}`}>{row.title}</PageLink>,
    text: (row) => row.title,
    isFixed: true,
    onCard: "title",
  },
  { key: "status", title: messages.columns.status, cell: (row) => listStatusNames[row.status] },
  { key: "items", title: messages.columns.items, cell: (row) => row.itemCount, align: "right" },
  { key: "drafter", title: messages.columns.drafter, cell: (row) => row.drafterName },
  { key: "issuer", title: messages.columns.issuer, cell: (row) => row.issuerName },
  { key: "year", title: messages.columns.year, cell: (row) => row.year, align: "right" },
  {
    key: "signed",
    title: messages.columns.signed,
    cell: (row) => row.signedOn ?? "",
  },
  {
    key: "signer",
    title: messages.columns.signer,
    cell: (row) => row.signerName ?? "",
    isHiddenAtFirst: true,
  },
  {
    key: "created",
    title: messages.columns.created,
    cell: (row) => <MomentText moment={row.createdAt} />,
    text: (row) => writeMoment(row.createdAt),
    isHiddenAtFirst: true,
  },
];

const statusOptions = Object.entries(listStatusNames).map(([value, label]) => ({ value, label }));

type Box = keyof typeof messages.boxes;

const boxes = (Object.keys(messages.boxes) as Box[]).map((value) => ({
  value,
  label: messages.boxes[value],
}));

/** 责任清单: what this unit drafts, what waits for its signature, what was issued. */
export function ListsPage(): ReactNode {
  const [filters, setFilters] = useFilters([
    "search",
    "status",
    "year",
    "box",
    "fromDocument",
    "fromTask",
    "create",
  ] as const);
  const { fromDocument, fromTask, create, box: chosenBox, ...rest } = filters;
  const box = (chosenBox ?? "own") as Box;
  const query = { ...rest, ...(box !== "all" && { box }) };
  const isCreating = [fromDocument, fromTask, create].some((start) => start !== undefined);
  const lists = usePages(listListsRoute, { query }, (page) => page.lists);
  const close = (): void => setFilters({ fromDocument: undefined, fromTask: undefined, create: undefined });
  return (
    <PageShell
      title={messages.title}
      breadcrumbs={[{ title: messages.group }, { title: messages.title }]}
      actions={
        isCreating ? null : <Button onClick={() => setFilters({ create: "1" })}>{messages.create}</Button>
      }
    >
      {isCreating && <CreateList documentId={fromDocument} taskId={fromTask} onCancel={close} />}
      <AddressTabs name="box" items={boxes} />
      <SearchForm
        fields={[
          { key: "search", label: messages.search, kind: "text", placeholder: messages.searchHint },
          { key: "status", label: messages.status, kind: "choice", options: statusOptions },
          { key: "year", label: messages.year, kind: "text" },
        ]}
      />
      <DataTable
        name="lists"
        caption={messages.title}
        view={lists}
        columns={columns}
        rowKey={(row) => row.id}
        linkOf={(row) => `/lists/${row.id}`}
        empty={
          <EmptyNotice
            text={messages.none[box]}
            next={box === "own" ? <PageLink to="/directives">{messages.toDocuments}</PageLink> : null}
          />
        }
      />
    </PageShell>
  );
}
