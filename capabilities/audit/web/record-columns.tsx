import type { Static } from "typebox";
import { type Column, Lamp, MomentText, PageLink } from "#platform/ui/index.ts";
import type { auditRecordSummary } from "../contract.ts";
import { messages } from "./messages.ts";

export type RecordRow = Static<typeof auditRecordSummary>;

const resultOf = ({ result }: RecordRow): string =>
  result === "refused" ? messages.results.refused : messages.results.done;

export const subjectOf = ({ subjectTitle, subjectId }: RecordRow): string => subjectTitle ?? subjectId;

export function ResultLamp({ row }: { readonly row: RecordRow }) {
  return <Lamp colour={row.result === "refused" ? "red" : "green"} word={resultOf(row)} />;
}

const { columns } = messages;

export const recordColumns: readonly Column<RecordRow>[] = [
  {
    key: "at",
    title: columns.at,
    cell: (row) => (
      <PageLink to={`/audit/${row.id}`}>
        <MomentText moment={row.at} />
      </PageLink>
    ),
    text: (row) => row.at,
    isFixed: true,
    isOneLine: true,
  },
  { key: "person", title: columns.person, cell: (row) => row.personName ?? messages.nobody, isOneLine: true },
  { key: "post", title: columns.post, cell: (row) => row.postTitle ?? "" },
  { key: "unit", title: columns.unit, cell: (row) => row.unitName ?? "" },
  { key: "action", title: columns.action, cell: (row) => row.actionTitle, onCard: "title" },
  { key: "subject", title: columns.subject, cell: subjectOf },
  {
    key: "result",
    title: columns.result,
    cell: (row) => <ResultLamp row={row} />,
    text: resultOf,
    isOneLine: true,
  },
  { key: "from", title: columns.from, cell: (row) => row.remoteAddress ?? "" },
  {
    key: "sequence",
    title: columns.sequence,
    align: "right",
    cell: (row) => row.sequence ?? messages.unsealed,
  },
  { key: "requestId", title: columns.requestId, cell: (row) => row.requestId, isHiddenAtFirst: true },
];
