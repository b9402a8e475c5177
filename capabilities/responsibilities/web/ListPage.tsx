import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  DateText,
  download,
  Explain,
  Facts,
  notify,
  PageLink,
  PageShell,
  PageStates,
  Section,
  usePathParam,
  useView,
} from "#platform/ui/index.ts";
import { exportListRoute, getListRoute } from "../contract/lists.ts";
import { listStatusNames } from "../core/index.ts";
import { AddClauses } from "./AddClauses.tsx";
import { CommentsSection } from "./CommentsSection.tsx";
import { ItemsSection } from "./ItemsSection.tsx";
import { ListDetails } from "./ListDetails.tsx";
import { isClear, type ListDetail } from "./list-detail.ts";
import { messages } from "./messages.ts";
import { ReceiptsSection } from "./ReceiptsSection.tsx";
import "./responsibilities.css";
import { StepActions } from "./StepActions.tsx";

/** One list: what is to be done, by whom and until when; after the signature, who has it in hand. */
export function ListPage(): ReactNode {
  const listId = usePathParam("listId");
  const view = useView(getListRoute, { params: { listId } });
  const reload = view.status === "ready" ? view.refresh : () => {};
  return (
    <PageStates view={view} title={messages.title} breadcrumbs={way}>
      {(detail) => (
        <PageShell
          title={detail.list.title}
          breadcrumbs={way}
          summary={<Summary list={detail.list} />}
          actions={<Actions detail={detail} />}
        >
          <ListFacts list={detail.list} />
          {detail.list.status === "published" && <ReceiptsSection listId={listId} />}
          {detail.mayEdit && <Clearness detail={detail} />}
          <ItemsSection detail={detail} reload={reload} />
          {detail.list.status === "published" && <CommentsSection listId={listId} />}
        </PageShell>
      )}
    </PageStates>
  );
}

const way = [{ title: messages.group }, { title: messages.title, to: "/lists" }];

function Summary({ list }: { readonly list: ListDetail["list"] }): ReactNode {
  return (
    <>
      <strong>{listStatusNames[list.status]}</strong>
      <span>
        {messages.columns.year}：{list.year}
      </span>
      <span>
        {messages.columns.drafter}：{list.drafterName}
      </span>
      <span>
        {messages.columns.issuer}：{list.issuerName}
      </span>
    </>
  );
}

function Actions({ detail }: { readonly detail: ListDetail }): ReactNode {
  const { list, mayEdit } = detail;
  const [opened, setOpened] = useState<"details" | "clauses" | null>(null);
  const close = (): void => setOpened(null);
  const onExport = async (): Promise<void> => {
    const outcome = await download(exportListRoute, { params: { listId: list.id } });
    if (!outcome.ok) notify({ text: outcome.problem.title, tone: "failed" });
  };
  return (
    <>
      <StepActions detail={detail} />
      {mayEdit && <Button onClick={() => setOpened("details")}>{messages.details}</Button>}
      {mayEdit && list.documentId && (
        <Button onClick={() => setOpened("clauses")}>{messages.addFromDocument}</Button>
      )}
      <Button onClick={() => void onExport()}>{messages.export}</Button>
      {opened === "details" && <ListDetails list={list} onDone={close} />}
      {opened === "clauses" && list.documentId && (
        <AddClauses listId={list.id} documentId={list.documentId} onDone={close} />
      )}
    </>
  );
}

/** Where the list comes from and who signed it; nothing is shown that is not there. */
function ListFacts({ list }: { readonly list: ListDetail["list"] }): ReactNode {
  const facts: [string, ReactNode][] = [];
  if (list.documentId) {
    facts.push([
      messages.document,
      <PageLink key="document" to={`/directives/${list.documentId}`}>
        {messages.openDocument}
      </PageLink>,
    ]);
  }
  if (list.parentTask) {
    const { id, title, dueDate } = list.parentTask;
    facts.push([
      messages.parentTask,
      <span key="task">
        <PageLink to={`/tasks/${id}`}>{title}</PageLink> <DateText day={dueDate} />
      </span>,
    ]);
  }
  if (list.signedOn) {
    facts.push([
      messages.signed,
      <span key="signed">
        {list.signerPost} {list.signerName} <DateText day={list.signedOn} />
      </span>,
    ]);
  }
  if (list.returnNote) facts.push([messages.returned, list.returnNote]);
  if (facts.length === 0) return null;
  return (
    <Section>
      <Facts items={facts} />
    </Section>
  );
}

/** 三明确: whether the list can go to its signer, and by which rule. */
function Clearness({ detail }: { readonly detail: ListDetail }): ReactNode {
  if (detail.items.length === 0) return null;
  const unclear = detail.items.filter((item) => !isClear(item)).length;
  return (
    <Explain>
      {unclear === 0 ? messages.allClear : messages.unclear(unclear)}
      {messages.clearRule}
    </Explain>
  );
}
