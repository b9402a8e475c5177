import { Button, Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { type ReactNode, useRef, useState } from "react";
import type { ProblemDetails } from "#platform/http/contract.ts";
import { Field, ProblemNotice } from "#platform/ui/index.ts";
import { maxClauseCharacters } from "../contract.ts";
import { messages } from "./messages.ts";
import type { OutlineEditBody, OutlineRow } from "./outline-view.ts";

/** What the page gives to the chosen clause: one way to change it, and what came of the last try. */
export interface ClauseEditing {
  readonly isRunning: boolean;
  readonly problem: ProblemDetails | null;
  edit(edit: OutlineEditBody): Promise<boolean>;
  clearProblem(): void;
  reload(): void;
}

/** What can be done with the chosen clause. */
export function ClauseActs(props: {
  readonly clause: OutlineRow;
  readonly editing: ClauseEditing;
}): ReactNode {
  const { clause, editing } = props;
  const [isWriting, setIsWriting] = useState(false);
  const clauseId = clause.id;
  const act = (edit: OutlineEditBody, word: string): ReactNode => (
    <Button size="small" disabled={editing.isRunning} onClick={() => void editing.edit(edit)}>
      {word}
    </Button>
  );
  return (
    <div className="clause-acts no-print">
      {clause.dropped ? (
        act({ kind: "takeBack", clauseId }, messages.acts.takeBack)
      ) : (
        <>
          <Button size="small" disabled={editing.isRunning} onClick={() => setIsWriting(!isWriting)}>
            {messages.acts.text}／{messages.acts.split}
          </Button>
          {act(
            { kind: "requirement", clauseId, requirement: !clause.requirement },
            clause.requirement ? messages.acts.narrative : messages.acts.requirement,
          )}
          {act({ kind: "merge", clauseId }, messages.acts.merge)}
          {act({ kind: "drop", clauseId }, messages.acts.drop)}
        </>
      )}
      {isWriting && <ClauseText clause={clause} editing={editing} onDone={() => setIsWriting(false)} />}
      {editing.problem && (
        <>
          <ProblemNotice problem={editing.problem} onClose={editing.clearProblem} />
          {editing.problem.code === "changed-meanwhile" && (
            <Button size="small" onClick={editing.reload}>
              {messages.reload}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function ClauseText(props: {
  readonly clause: OutlineRow;
  readonly editing: ClauseEditing;
  readonly onDone: () => void;
}): ReactNode {
  const { clause, editing, onDone } = props;
  const [text, setText] = useState(clause.text);
  const area = useRef<TextAreaRef>(null);
  const isChanged = text !== clause.text;
  const finish = async (edit: OutlineEditBody): Promise<void> => {
    if (await editing.edit(edit)) onDone();
  };
  const onSplit = (): void => {
    const position = area.current?.resizableTextArea?.textArea.selectionStart ?? 0;
    void finish({ kind: "split", clauseId: clause.id, position: Math.max(1, position) });
  };
  return (
    <div className="clause-text">
      <Field label={messages.editText} hint={messages.splitHint}>
        <Input.TextArea
          ref={area}
          autoFocus
          autoSize={{ minRows: 2, maxRows: 12 }}
          maxLength={maxClauseCharacters}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="page-actions">
        <Button
          type="primary"
          size="small"
          disabled={!isChanged || editing.isRunning}
          onClick={() => void finish({ kind: "text", clauseId: clause.id, text })}
        >
          {messages.save}
        </Button>
        <Button size="small" disabled={isChanged || editing.isRunning} onClick={onSplit}>
          {messages.splitHere}
        </Button>
        <Button size="small" onClick={onDone}>
          {messages.cancel}
        </Button>
      </div>
    </div>
  );
}
