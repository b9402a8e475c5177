import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import { useGrowing } from "#platform/ui/index.ts";
import { messages } from "./messages.ts";
import {
  findClauseOfLine,
  type OutlineRow,
  partOfLine,
  type SourceLine,
  splitLines,
} from "./outline-view.ts";

/** 原文: the document as it came, line by line; the chosen clause stands out, and a line leads to its clause. */
export function SourcePane(props: {
  readonly content: string;
  readonly clauses: readonly OutlineRow[];
  readonly chosen: OutlineRow | undefined;
  readonly onChoose: (clauseId: string) => void;
}): ReactNode {
  const { chosen, clauses, onChoose } = props;
  const pane = useRef<HTMLOListElement>(null);
  const lines = useMemo(() => splitLines(props.content), [props.content]);
  // The same for every edit of the outline, so that no line is drawn again for it.
  const latest = useRef(clauses);
  useEffect(() => {
    latest.current = clauses;
  }, [clauses]);
  const onLine = useCallback(
    (line: SourceLine): void => {
      const clause = findClauseOfLine(latest.current, line);
      if (clause) onChoose(clause.id);
    },
    [onChoose],
  );
  const drawn = useGrowing(lines.length, chosen?.sourceLine ?? 0);
  useEffect(() => {
    const line = chosen && pane.current?.querySelector(`[data-line="${chosen.sourceLine}"]`);
    line?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <ol className="source-lines" ref={pane} aria-label={messages.source}>
      {lines.slice(0, drawn).map((line) => {
        const part = partOfLine(line, chosen);
        return (
          <Line key={line.number} line={line} from={part?.from ?? 0} to={part?.to ?? 0} onChoose={onLine} />
        );
      })}
    </ol>
  );
}

/** Only lines whose highlight changes are drawn again: a long document has thousands. */
const Line = memo(function Line(props: {
  readonly line: SourceLine;
  readonly from: number;
  readonly to: number;
  readonly onChoose: (line: SourceLine) => void;
}): ReactNode {
  const { line, from, to } = props;
  const { text, number } = line;
  return (
    <li className={from < to ? "source-line source-line-chosen" : "source-line"} data-line={number}>
      <button
        type="button"
        className="source-number"
        aria-label={messages.jumpToLine(number)}
        onClick={() => props.onChoose(line)}
      >
        {number}
      </button>
      {/* The words are for the mouse; the keyboard goes by the number. */}
      <span className="source-words" onClick={() => props.onChoose(line)} role="presentation">
        {text.slice(0, from)}
        {from < to && <mark>{text.slice(from, to)}</mark>}
        {text.slice(Math.max(from, to))}
      </span>
    </li>
  );
});
