import { Drawer } from "antd";
import type { ReactNode } from "react";
import { Explain, Facts, Lamp, PageLink } from "#platform/ui/index.ts";
import { messages } from "./messages.ts";
import { type ExplainedIndicator, type ExplainedMeasure, scoreInWords, type UnitStanding } from "./scores.ts";
import "./assessments.css";

/** The way from a number to its rule, its definition and the records behind it; a record opens to its evidence. */
export function MeasureDrawer(props: {
  unit: UnitStanding;
  measure: ExplainedIndicator | ExplainedMeasure;
  onClose: () => void;
}): ReactNode {
  const { unit, measure, onClose } = props;
  const indicator = "weightBasisPoints" in measure ? measure : null;
  return (
    <Drawer
      open
      size="large"
      title={`${unit.unitName} › ${measure.name}`}
      onClose={onClose}
      closable={{ "aria-label": messages.close }}
    >
      <div className="stack">
        <ol className="number-path" aria-label={messages.path.rule}>
          {Object.values(messages.path).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {indicator && <IndicatorFacts unit={unit} indicator={indicator} />}
        <MeasureFacts measure={measure} />
        <Explain source={messages.sourceOf(measure.name)}>{measure.rule}</Explain>
        <Records measure={measure} />
      </div>
    </Drawer>
  );
}

function IndicatorFacts({
  unit,
  indicator,
}: {
  unit: UnitStanding;
  indicator: ExplainedIndicator;
}): ReactNode {
  const decimals = unit.scheme.publishedDecimals;
  return (
    <Facts
      items={[
        [messages.facts.score, scoreInWords(indicator.score, decimals)],
        [messages.indicatorColumns.rank, messages.rankOf(indicator.rank, indicator.rankedCount)],
        [messages.method, indicator.methodWords],
      ]}
    />
  );
}

function MeasureFacts({ measure }: { measure: ExplainedMeasure }): ReactNode {
  const { numerator, denominator, valueWords } = measure;
  return (
    <Facts
      items={[
        [messages.denominator, `${denominator}：${measure.denominatorWords}`],
        [messages.numerator, `${numerator}：${measure.numeratorWords}`],
        [
          messages.arithmetic,
          denominator === 0 ? valueWords : `${numerator} ÷ ${denominator} ＝ ${valueWords}`,
        ],
      ]}
    />
  );
}

function Records({ measure }: { measure: ExplainedMeasure }): ReactNode {
  if (measure.records.length === 0) return <p>{messages.noRecords}</p>;
  return (
    <section aria-label={messages.recordsOf(measure.records.length)}>
      <h3>{messages.recordsOf(measure.records.length)}</h3>
      <ol className="number-records">
        {measure.records.map((record) => (
          <li key={record.id}>
            <PageLink to={`/tasks/${record.id}`}>{record.title}</PageLink>
            <Lamp
              colour={isGood(measure, record.numerator) ? "green" : "red"}
              word={messages.counted(record.numerator, measure.kind)}
            />
            <div className="soft">{record.why}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const isGood = ({ better }: ExplainedMeasure, numerator: number): boolean =>
  better === "higher" ? numerator > 0 : numerator === 0;
