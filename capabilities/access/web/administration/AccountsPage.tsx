import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  type Column,
  DataTable,
  EmptyNotice,
  Explain,
  Lamp,
  PageLink,
  PageShell,
  SearchForm,
  useFilters,
  usePages,
  writeMoment,
} from "#platform/ui/index.ts";
import { listAccountsRoute } from "../../contract/administration.ts";
import { useMe } from "../me.ts";
import type { AccountRow } from "./account-views.ts";
import { EstablishDialog } from "./EstablishDialog.tsx";
import { messages } from "./messages.ts";
import { OpenAccountDialog } from "./OpenAccountDialog.tsx";

const writePosts = (row: AccountRow): string =>
  row.posts.length === 0 ? messages.noPosts : row.posts.map(messages.postLine).join("、");

const columns: readonly Column<AccountRow>[] = [
  {
    key: "person",
    title: messages.columns.person,
    cell: (row) => <PageLink to={`/accounts/${row.id}`}>{row.personName}</PageLink>,
    text: (row) => row.personName,
    isFixed: true,
    isOneLine: true,
    onCard: "title",
  },
  { key: "login", title: messages.columns.login, cell: (row) => row.loginName, isOneLine: true },
  { key: "posts", title: messages.columns.posts, cell: writePosts },
  {
    key: "state",
    title: messages.columns.state,
    cell: (row) => (
      <Lamp
        colour={row.isSuspended ? "red" : "green"}
        word={row.isSuspended ? messages.states.suspended : messages.inUse}
      />
    ),
    text: (row) => (row.isSuspended ? messages.states.suspended : messages.inUse),
  },
  {
    key: "lastSignIn",
    title: messages.columns.lastSignIn,
    cell: (row) => writeMoment(row.lastSignInAt) || messages.never,
  },
];

/** 账号与权限: who has an account and what he holds; the filters are what a review of rights asks. */
export function AccountsPage(): ReactNode {
  const [filters] = useFilters(["search", "state"] as const);
  const { actions } = useMe();
  const [asking, setAsking] = useState<"open" | "establish" | null>(null);
  const accounts = usePages(listAccountsRoute, { query: filters }, (page) => page.accounts);
  return (
    <PageShell
      title={messages.accounts}
      breadcrumbs={[{ title: messages.group, to: "/access-requests" }]}
      actions={
        actions.includes("account.open") ? (
          <>
            <Button onClick={() => setAsking("establish")}>{messages.establish}</Button>
            <Button type="primary" onClick={() => setAsking("open")}>
              {messages.openAccount}
            </Button>
          </>
        ) : null
      }
    >
      {asking === "open" && <OpenAccountDialog onDone={() => setAsking(null)} />}
      {asking === "establish" && <EstablishDialog onDone={() => setAsking(null)} />}
      <SearchForm
        fields={[
          { key: "search", label: messages.search, kind: "text" },
          {
            key: "state",
            label: messages.state,
            kind: "choice",
            options: Object.entries(messages.states).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      <DataTable
        name="accounts"
        caption={messages.accounts}
        view={accounts}
        columns={columns}
        rowKey={(row) => row.id}
        linkOf={(row) => `/accounts/${row.id}`}
        empty={<EmptyNotice text={messages.noAccounts} />}
      />
      <Explain source={messages.source}>{messages.rule}</Explain>
    </PageShell>
  );
}
