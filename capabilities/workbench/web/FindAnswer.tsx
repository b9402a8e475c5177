import { type ReactNode, useEffect, useRef } from "react";
import { EmptyNotice, Loading, ProblemNotice, type View } from "#platform/ui/index.ts";
import type { FindOption, FindSection } from "./find-options.ts";
import { findMessages as messages } from "./messages.ts";

/** What was found, kind by kind, and what became of the question. */
export function FindAnswer(props: {
  readonly sections: readonly FindSection[];
  /** The line that the keyboard stands on, counted through all sections. */
  readonly place: number;
  /** Null while nothing is typed. */
  readonly asked: { readonly text: string; readonly view: View<unknown> } | null;
  readonly onChoose: (option: FindOption) => void;
  readonly onOpen: (to: string) => void;
}): ReactNode {
  const { sections, asked } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#found-${props.place}`)?.scrollIntoView({ block: "nearest" });
  }, [props.place]);
  const firstOf = (index: number): number =>
    sections.slice(0, index).reduce((sum, { options }) => sum + options.length, 0);
  return (
    <div className="find-answer">
      <div id="found" role="listbox" aria-label={messages.found} ref={list}>
        {sections.map((section, index) => (
          <Section key={section.kind} {...props} section={section} first={firstOf(index)} />
        ))}
      </div>
      {asked?.view.status === "loading" && <Loading text={messages.finding} />}
      {asked?.view.status === "failed" && (
        <ProblemNotice problem={asked.view.problem} onRetry={asked.view.retry} />
      )}
      {asked?.view.status === "ready" && sections.length === 0 && (
        <EmptyNotice text={messages.none(asked.text)} />
      )}
      <p className="find-keys soft">{messages.keys}</p>
    </div>
  );
}

function Section(props: {
  readonly section: FindSection;
  readonly first: number;
  readonly place: number;
  readonly onChoose: (option: FindOption) => void;
  readonly onOpen: (to: string) => void;
}): ReactNode {
  const { kind, options, ledger } = props.section;
  return (
    <div role="group" aria-label={messages.kinds[kind]} className="find-section">
      <div className="find-kind soft">
        <span aria-hidden="true">{messages.kinds[kind]}</span>
        {ledger !== null && (
          <a
            href={ledger}
            onClick={(event) => {
              event.preventDefault();
              props.onOpen(ledger);
            }}
          >
            {messages.more}
          </a>
        )}
      </div>
      {options.map((option, index) => {
        const place = props.first + index;
        return (
          // The keyboard chooses through the field above (aria-activedescendant).
          <div
            key={`${option.to} ${option.title}`}
            id={`found-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === props.place}
            className="find-option"
            onClick={() => props.onChoose(option)}
          >
            <span className="find-title">{option.title}</span>
            <span className="soft">
              {kind === "recent" && option.kind !== "page"
                ? `${messages.kinds[option.kind]}　${option.note}`
                : option.note}
            </span>
          </div>
        );
      })}
    </div>
  );
}
