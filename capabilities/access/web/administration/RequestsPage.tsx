import "./administration.css";
import { Button, Modal } from "antd";
import { type ReactNode, useState } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import {
  AddressTabs,
  type Column,
  DataTable,
  EmptyNotice,
  Explain,
  PageShell,
  useFilters,
  usePages,
  writeMoment,
} from "#platform/ui/index.ts";
import { listRequestsRoute } from "../../contract/administration.ts";
import { type RequestKind, requestKindNames, requestStatusNames } from "../../core/index.ts";
import { type Deciding, DecisionDialog } from "./DecisionDialog.tsx";
import { messages } from "./messages.ts";

export type RequestView = ResponseOf<typeof listRequestsRoute>["requests"][number];

const words = messages.requestColumns;
const columns: readonly Column<RequestView>[] = [
  { key: "words", title: words.words, cell: (row) => row.words, isFixed: true, onCard: "title" },
  {
    key: "kind",
    title: words.kind,
    cell: (row) => requestKindNames[row.kind as RequestKind],
    isOneLine: true,
  },
  { key: "reason", title: words.reason, cell: (row) => row.reason },
  { key: "askedBy", title: words.askedBy, cell: (row) => row.askedByName, isOneLine: true },
  { key: "askedAt", title: words.askedAt, cell: (row) => writeMoment(row.askedAt) },
  { key: "decidedBy", title: words.decidedBy, cell: (row) => row.decidedByName ?? "", isOneLine: true },
  { key: "note", title: words.note, cell: (row) => row.note ?? "" },
];

/** 待核准事项: what one administrator asked for and another decides. */
export function RequestsPage(): ReactNode {
  const [filters] = useFilters(["status"] as const);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const query = { status: filters.status ?? "pending" };
  const requests = usePages(listRequestsRoute, { query }, (page) => page.requests);
  const onDone = (firstPassword: string | null): void => {
    setDeciding(null);
    setPassword(firstPassword);
  };
  return (
    <PageShell title={messages.requests} breadcrumbs={[{ title: messages.group, to: "/access-requests" }]}>
      <AddressTabs
        name="status"
        label={messages.state}
        items={Object.entries(requestStatusNames).map(([value, label]) => ({ value, label }))}
      />
      <DataTable
        name="access-requests"
        caption={messages.requests}
        view={requests}
        columns={columns}
        rowKey={(row) => row.id}
        rowActions={(row) => <RowActs row={row} onChoose={setDeciding} />}
        empty={<EmptyNotice text={messages.noRequests} />}
      />
      {deciding && <DecisionDialog deciding={deciding} onDone={onDone} onCancel={() => setDeciding(null)} />}
      {password !== null && <FirstPassword password={password} onClose={() => setPassword(null)} />}
      <Explain source={messages.source}>{messages.rule}</Explain>
    </PageShell>
  );
}

function RowActs(props: { row: RequestView; onChoose: (deciding: Deciding) => void }): ReactNode {
  const { row, onChoose } = props;
  const choose = (act: Deciding["act"]) => () => onChoose({ act, request: row });
  return (
    <>
      {row.mayDecide && (
        <Button size="small" type="primary" onClick={choose("approve")}>
          {messages.approve}
        </Button>
      )}
      {row.mayDecide && (
        <Button size="small" onClick={choose("refuse")}>
          {messages.refuse}
        </Button>
      )}
      {row.mayWithdraw && (
        <Button size="small" onClick={choose("withdraw")}>
          {messages.withdraw}
        </Button>
      )}
    </>
  );
}

function FirstPassword({ password, onClose }: { password: string; onClose: () => void }): ReactNode {
  return (
    <Modal
      open
      title={messages.firstPassword}
      okText={messages.noted}
      cancelButtonProps={{ style: { display: "none" } }}
      closable={false}
      onOk={onClose}
    >
      <p>
        <code className="first-password">{password}</code>
      </p>
      <p>{messages.firstPasswordHint}</p>
    </Modal>
  );
}
