import type { ReactNode } from "react";
import type { LampColour } from "#platform/ui/index.ts";
import {
  type Column,
  DataTable,
  EmptyNotice,
  Lamp,
  PageLink,
  PageShell,
  SearchForm,
  useFilters,
  usePages,
} from "#platform/ui/index.ts";
import { listBulletinsRoute } from "../contract.ts";
import { type BulletinStatus, statusNames } from "../core/index.ts";
import type { BulletinRow } from "./bulletin-detail.ts";
import { DraftButton } from "./DraftButton.tsx";
import { messages } from "./messages.ts";

export const statusColours: Readonly<Record<BulletinStatus, LampColour>> = {
  draft: "grey",
  checked: "blue",
  issued: "green",
  withdrawn: "red",
};

const columns: readonly Column<BulletinRow>[] = [
  {
    key: "number",
    title: messages.columns.number,
    cell: (row) => row.documentNumber ?? messages.noNumber,
    isOneLine: true,
  },
  {
    key: "title",
    title: messages.columns.title,
    cell: (row) => <PageLink to={`/bulletins/${row.id}`}>{row.title}</PageLink>,
    text: (row) => row.title,
    onCard: "title",
  },
  {
    key: "status",
    title: messages.columns.status,
    cell: (row) => <Lamp colour={statusColours[row.status]} word={statusNames[row.status]} />,
    text: (row) => statusNames[row.status],
  },
  { key: "circle", title: messages.columns.circle, cell: (row) => row.circle },
  {
    key: "signedOn",
    title: messages.columns.signedOn,
    cell: (row) => row.signedOn ?? "",
    isOneLine: true,
  },
  { key: "signer", title: messages.columns.signer, cell: (row) => row.signerName ?? "", isOneLine: true },
  {
    key: "drafter",
    title: messages.columns.drafter,
    cell: (row) => row.draftedByName,
    isHiddenAtFirst: true,
  },
];

/** 通报 that one works on, and those that came to one's unit. */
export function BulletinsPage(): ReactNode {
  const [filters] = useFilters(["status", "search"] as const);
  const view = usePages(listBulletinsRoute, { query: filters }, (page) => page.bulletins);
  const mayDraft = view.status === "ready" && view.first.mayDraft;
  return (
    <PageShell
      title={messages.title}
      breadcrumbs={[{ title: messages.group }, { title: messages.section }]}
      actions={mayDraft ? <DraftButton /> : null}
    >
      <SearchForm
        fields={[
          { key: "search", label: messages.search, kind: "text", placeholder: messages.searchHint },
          {
            key: "status",
            label: messages.status,
            kind: "choice",
            options: Object.entries(statusNames).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      <DataTable
        name="bulletins"
        caption={messages.title}
        view={view}
        columns={columns}
        rowKey={(row) => row.id}
        linkOf={(row) => `/bulletins/${row.id}`}
        empty={
          <EmptyNotice
            text={messages.none}
            next={<PageLink to="/standing">{messages.toStanding}</PageLink>}
          />
        }
      />
    </PageShell>
  );
}
