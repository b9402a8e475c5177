import "./assessments.css";
import type { ReactNode } from "react";
import { type Column, Difference, Lamp, NumberCell, PageLink } from "#platform/ui/index.ts";
import { messages } from "./messages.ts";
import { type SchemeHead, type StandingRow, scoreInWords, totalInWords, weightInWords } from "./scores.ts";

/** Rank, unit, total and gap, then one column a measure with its score and rank; every number opens. */
export function standingColumns(
  scheme: SchemeHead,
  linkOf: (row: StandingRow, measure?: string) => string,
): readonly Column<StandingRow>[] {
  const decimals = scheme.publishedDecimals;
  return [
    {
      key: "rank",
      title: messages.columns.rank,
      align: "right",
      cell: (row) => <NumberCell value={row.rank} difference={row.placesUp} />,
      text: (row) => String(row.rank ?? "—"),
      sortBy: (row) => row.rank,
      isFixed: true,
    },
    {
      key: "unit",
      title: messages.columns.unit,
      cell: (row) => <PageLink to={linkOf(row)}>{row.unitName}</PageLink>,
      text: (row) => row.unitName,
      sortBy: (row) => row.unitName,
      onCard: "title",
      isFixed: true,
      isOneLine: true,
    },
    {
      key: "total",
      title: messages.columns.total,
      align: "right",
      cell: (row) => (
        <>
          <PageLink to={linkOf(row)}>{totalInWords(row.total, decimals)}</PageLink>
          <ChangeOf total={row.totalChange} decimals={decimals} />
        </>
      ),
      text: (row) => totalInWords(row.total, decimals),
    },
    {
      key: "gap",
      title: messages.columns.gap,
      align: "right",
      cell: (row) => (row.gapToFirst === null ? "—" : totalInWords(row.gapToFirst, decimals)),
    },
    {
      key: "lamp",
      title: messages.columns.lamp,
      cell: (row) => <Lamp colour={row.lamp} word={row.lampWord} />,
      text: (row) => row.lampWord,
    },
    ...scheme.indicators.map((head, at) => measureColumn(head, at, { decimals, linkOf })),
  ];
}

/** The difference to the period before, as published. */
function ChangeOf({ total, decimals }: { total: number | null; decimals: number }): ReactNode {
  return total === null ? null : <Difference value={total / 10_000} digits={decimals} />;
}

function measureColumn(
  head: SchemeHead["indicators"][number],
  at: number,
  { decimals, linkOf }: { decimals: number; linkOf: (row: StandingRow, measure?: string) => string },
): Column<StandingRow> {
  const scoredIn = (row: StandingRow) => row.indicators[at];
  const write = (row: StandingRow): string => scoreInWords(scoredIn(row)?.score ?? null, decimals);
  return {
    key: head.measure,
    title: messages.indicatorHead(head.name, weightInWords(head.weightBasisPoints)),
    align: "right",
    cell: (row) => (
      <>
        <PageLink to={linkOf(row, head.measure)}>{write(row)}</PageLink>
        <small className="standing-rank">{messages.rankShort(scoredIn(row)?.rank ?? null)}</small>
      </>
    ),
    sortBy: (row) => scoredIn(row)?.score ?? null,
    text: (row) => messages.scoreAndRank(write(row), scoredIn(row)?.rank ?? null),
  };
}
