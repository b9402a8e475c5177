import type { Static } from "typebox";
import { type Column, Lamp, PageLink } from "#platform/ui/index.ts";
import type { auditRecordSummary } from "../contract.ts";
import { messages } from "./messages.ts";

export type RecordRow = Static<typeof auditRecordSummary>;

/** "2026-11-20 10:05:09" in China: of two acts in a minute the order matters here. */
export const writeSecond = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");

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
        <time dateTime={row.at}>{writeSecond(row.at)}</time>
      </PageLink>
    ),
    text: (row) => writeSecond(row.at),
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
