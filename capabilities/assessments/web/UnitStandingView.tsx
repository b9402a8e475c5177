import type { ReactNode } from "react";
import { type Column, DataTable, Facts, Lamp, Section, useFilters } from "#platform/ui/index.ts";
import { writeChange } from "./Comparison.tsx";
import { MeasureDrawer } from "./MeasureDrawer.tsx";
import { messages } from "./messages.ts";
import {
  type ExplainedIndicator,
  type ExplainedMeasure,
  scoreInWords,
  totalInWords,
  type UnitStanding,
  weightInWords,
} from "./scores.ts";

/** One unit's result, live or frozen: total, what cost it the most, and each measure down to its records. */
export function UnitStandingView({ unit }: { unit: UnitStanding }): ReactNode {
  const [filters, setFilters] = useFilters(["measure"] as const);
  const open = (measure: string) => setFilters({ measure });
  const chosen = [...unit.indicators, ...unit.shown].find(({ measure }) => measure === filters.measure);
  return (
    <>
      <UnitResult unit={unit} onOpen={open} />
      <Section title={messages.indicators}>
        <DataTable
          name="indicators"
          caption={messages.indicators}
          rows={unit.indicators}
          columns={indicatorColumns(unit, open)}
          rowKey={(row) => row.measure}
        />
      </Section>
      {unit.shown.length > 0 && <ShownMeasures measures={unit.shown} onOpen={open} />}
      {chosen && (
        <MeasureDrawer unit={unit} measure={chosen} onClose={() => setFilters({ measure: undefined })} />
      )}
    </>
  );
}

function UnitResult({ unit, onOpen }: { unit: UnitStanding; onOpen: (measure: string) => void }): ReactNode {
  const decimals = unit.scheme.publishedDecimals;
  const gap = unit.gapToFirst === null ? "—" : messages.points(totalInWords(unit.gapToFirst, decimals));
  return (
    <Section title={messages.result}>
      <Facts
        items={[
          [
            messages.facts.total,
            unit.total === null ? messages.unranked : messages.points(totalInWords(unit.total, decimals)),
          ],
          [messages.columns.rank, messages.rankOf(unit.rank, unit.rankedCount)],
          [messages.facts.gap, gap],
          [messages.average, totalInWords(unit.averageTotal, decimals)],
          ...(unit.comparedWith
            ? [[messages.change, writeChange(unit, unit.comparedWith.periodName)] as const]
            : []),
          [messages.columns.lamp, <Lamp key="lamp" colour={unit.lamp} word={unit.lampWord} />],
          [messages.costliest, <Costliest key="costliest" unit={unit} onOpen={onOpen} />],
        ]}
      />
    </Section>
  );
}

/** More would hide what matters. */
const costliestShown = 3;

function Costliest({ unit, onOpen }: { unit: UnitStanding; onOpen: (measure: string) => void }): ReactNode {
  const dearest = unit.costliest
    .slice(0, costliestShown)
    .flatMap((code) => unit.indicators.find(({ measure }) => measure === code) ?? []);
  if (dearest.length === 0) return messages.noLoss;
  return dearest.map(({ measure, name, lost }) => (
    <div key={measure}>
      <button type="button" className="link-button" onClick={() => onOpen(measure)}>
        {messages.lostOf(name, totalInWords(lost, unit.scheme.publishedDecimals))}
      </button>
    </div>
  ));
}

function indicatorColumns(
  unit: UnitStanding,
  open: (measure: string) => void,
): readonly Column<ExplainedIndicator>[] {
  const decimals = unit.scheme.publishedDecimals;
  const heads = messages.indicatorColumns;
  return [
    {
      key: "name",
      title: heads.name,
      cell: (row) => <OpenButton measure={row} text={row.name} onOpen={open} />,
      text: (row) => row.name,
      onCard: "title",
    },
    {
      key: "weight",
      title: heads.weight,
      align: "right",
      cell: (row) => weightInWords(row.weightBasisPoints),
    },
    { key: "value", title: heads.value, align: "right", cell: (row) => row.valueWords },
    {
      key: "score",
      title: heads.score,
      align: "right",
      cell: (row) => <OpenButton measure={row} text={scoreInWords(row.score, decimals)} onOpen={open} />,
      text: (row) => scoreInWords(row.score, decimals),
    },
    {
      key: "rank",
      title: heads.rank,
      align: "right",
      cell: (row) => messages.rankOf(row.rank, row.rankedCount),
    },
    { key: "before", title: messages.rankBefore, align: "right", cell: (row) => row.rankBefore ?? "—" },
    {
      key: "average",
      title: messages.averageColumn,
      align: "right",
      cell: (row) => scoreInWords(row.averageScore, decimals),
    },
    {
      key: "lost",
      title: heads.lost,
      align: "right",
      cell: (row) => totalInWords(row.lost, decimals),
      total: (rows) =>
        totalInWords(
          rows.reduce((sum, { lost }) => sum + lost, 0),
          decimals,
        ),
    },
  ];
}

function OpenButton(props: {
  measure: ExplainedMeasure;
  text: string;
  onOpen: (measure: string) => void;
}): ReactNode {
  const { measure, text, onOpen } = props;
  return (
    <button
      type="button"
      className="link-button"
      aria-label={`${messages.open(measure.name)}：${text}`}
      onClick={() => onOpen(measure.measure)}
    >
      {text}
    </button>
  );
}

function ShownMeasures(props: {
  measures: readonly ExplainedMeasure[];
  onOpen: (measure: string) => void;
}): ReactNode {
  return (
    <Section title={messages.shown}>
      <p className="soft">{messages.shownHint}</p>
      <Facts
        items={props.measures.map((measure) => [
          measure.name,
          measure.denominator === 0 ? (
            measure.valueWords
          ) : (
            <OpenButton
              key={measure.measure}
              measure={measure}
              text={measure.valueWords}
              onOpen={props.onOpen}
            />
          ),
        ])}
      />
    </Section>
  );
}
