import { Button } from "antd";
import { type ReactNode, useCallback, useState } from "react";
import {
  DateText,
  download,
  EmptyNotice,
  notify,
  PageShell,
  PageStates,
  Progress,
  Section,
  useFilters,
  useGo,
  usePathParam,
  useView,
} from "#platform/ui/index.ts";
import { exportOutlineRoute, getDocumentRoute, getOriginalRoute } from "../contract.ts";
import { DocumentDetails } from "./DocumentDetails.tsx";
import "./directives.css";
import { messages } from "./messages.ts";
import { OutlinePane } from "./OutlinePane.tsx";
import { type DocumentDetail, isUnassigned } from "./outline-view.ts";
import { SourcePane } from "./SourcePane.tsx";
import { useClauseEditing } from "./use-clause-editing.ts";

/** One document: what it says on the left, what it asks for on the right. */
export function DocumentPage(): ReactNode {
  const documentId = usePathParam("documentId");
  const view = useView(getDocumentRoute, { params: { documentId } });
  const reload = view.status === "ready" ? view.refresh : () => {};
  return (
    <PageStates view={view} title={messages.title} breadcrumbs={way}>
      {(detail) => <Loaded detail={detail} reload={reload} />}
    </PageStates>
  );
}

const way = [{ title: messages.group }, { title: messages.title, to: "/directives" }];

function Loaded(props: { readonly detail: DocumentDetail; readonly reload: () => void }): ReactNode {
  const { detail } = props;
  const { document, clauses } = detail;
  const [filters, setFilters] = useFilters(["clause", "only"] as const);
  const { editing, undo } = useClauseEditing(detail, props.reload);
  const onChoose = useCallback((clause: string) => setFilters({ clause }, { replaces: true }), [setFilters]);
  const chosen = clauses.find(({ id }) => id === filters.clause);
  const shown = filters.only === "unassigned" ? clauses.filter(isUnassigned) : clauses;
  return (
    <PageShell
      title={document.title}
      breadcrumbs={way}
      summary={<Summary document={document} />}
      actions={<Actions detail={detail} />}
    >
      <Coverage
        coverage={document.coverage}
        isFiltered={filters.only === "unassigned"}
        onFilter={(only) => setFilters({ only })}
      />
      <div className="document-panes">
        <Section title={messages.source}>
          <SourcePane content={detail.content} clauses={clauses} chosen={chosen} onChoose={onChoose} />
        </Section>
        <Section
          title={messages.outline}
          actions={
            editing && detail.lastEdit ? (
              <Button size="small" disabled={editing.isRunning} onClick={() => void undo(document.version)}>
                {messages.undoLast}
              </Button>
            ) : null
          }
        >
          {shown.length === 0 ? (
            <EmptyNotice text={clauses.length === 0 ? messages.emptyOutline : messages.allAssigned} />
          ) : (
            <OutlinePane clauses={shown} chosenId={filters.clause} onChoose={onChoose} editing={editing} />
          )}
        </Section>
      </div>
    </PageShell>
  );
}

function Summary({ document }: { readonly document: DocumentDetail["document"] }): ReactNode {
  return (
    <>
      {document.documentNumber && <span>{document.documentNumber}</span>}
      {document.documentDate && <DateText day={document.documentDate} />}
      <span>
        {messages.year}：{document.year}
      </span>
      <span>{document.unitName}</span>
    </>
  );
}

function Actions({ detail }: { readonly detail: DocumentDetail }): ReactNode {
  const { document, mayEdit } = detail;
  const [isOpen, setIsOpen] = useState(false);
  const go = useGo();
  const params = { documentId: document.id };
  const save = async (route: typeof exportOutlineRoute | typeof getOriginalRoute): Promise<void> => {
    const outcome = await download(route, { params });
    if (!outcome.ok) notify({ text: outcome.problem.title, tone: "failed" });
  };
  return (
    <>
      {mayEdit && (
        <Button
          type="primary"
          disabled={document.coverage.unassigned === 0}
          onClick={() => go(`/lists?fromDocument=${document.id}`)}
        >
          {messages.makeList}
        </Button>
      )}
      {mayEdit && <Button onClick={() => setIsOpen(true)}>{messages.details}</Button>}
      <Button onClick={() => void save(exportOutlineRoute)}>{messages.export}</Button>
      <Button onClick={() => void save(getOriginalRoute)}>{messages.original}</Button>
      {isOpen && <DocumentDetails document={document} onDone={() => setIsOpen(false)} />}
    </>
  );
}

/** 覆盖情况: nothing that is asked may be left without somebody. */
function Coverage(props: {
  readonly coverage: DocumentDetail["document"]["coverage"];
  readonly isFiltered: boolean;
  readonly onFilter: (only: string | undefined) => void;
}): ReactNode {
  const { coverage, isFiltered } = props;
  return (
    <div className="coverage">
      <Progress done={coverage.assigned} total={coverage.requirements} label={messages.coverageTitle} />
      <span>{messages.coverage(coverage)}</span>
      {(isFiltered || coverage.unassigned > 0) && (
        <Button
          size="small"
          type="link"
          className="no-print"
          onClick={() => props.onFilter(isFiltered ? undefined : "unassigned")}
        >
          {isFiltered ? messages.showAll : messages.onlyUnassigned(coverage.unassigned)}
        </Button>
      )}
    </div>
  );
}
