import { Button, Input, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import {
  EmptyNotice,
  Field,
  fieldErrorsOf,
  notify,
  ProblemNotice,
  Section,
  useCommand,
  useGo,
  useLeaveGuard,
  useView,
  ViewStates,
} from "#platform/ui/index.ts";
import { useYear } from "#rooms/access/web/index.ts";
import { getDocumentRoute } from "#rooms/directives/contract.ts";
import { getTaskRoute } from "#rooms/tasks/contract.ts";
import type { TaskOrigin } from "#rooms/tasks/core/index.ts";
import { createListRoute, listIssuersRoute } from "../contract/lists.ts";
import { type ChoosableClause, ClauseChoice, toChoose } from "./ClauseChoice.tsx";
import { originOptions } from "./list-detail.ts";
import { messages } from "./messages.ts";

interface Source {
  readonly heading: string;
  readonly title: string;
  readonly year: number | null;
  readonly documentId?: string;
  readonly parentTaskId?: string;
  readonly clauses: readonly ChoosableClause[];
}

/** A new list: from a document's requirements, from a task to be broken down, or blank. */
export function CreateList(props: {
  readonly documentId: string | undefined;
  readonly taskId: string | undefined;
  readonly onCancel: () => void;
}): ReactNode {
  const { documentId, taskId, onCancel } = props;
  if (documentId !== undefined) return <FromDocument documentId={documentId} onCancel={onCancel} />;
  if (taskId !== undefined) return <FromTask taskId={taskId} onCancel={onCancel} />;
  return (
    <CreateForm
      source={{ heading: messages.createTitle, title: "", year: null, clauses: [] }}
      onCancel={onCancel}
    />
  );
}

function FromDocument(props: { readonly documentId: string; readonly onCancel: () => void }): ReactNode {
  const { documentId } = props;
  const view = useView(getDocumentRoute, { params: { documentId } });
  return (
    <ViewStates view={view}>
      {({ document, clauses }) => (
        <CreateForm
          source={{
            heading: messages.fromDocument,
            title: messages.documentTitle(document.title).slice(0, 200),
            year: document.year,
            documentId,
            clauses: toChoose(clauses),
          }}
          onCancel={props.onCancel}
        />
      )}
    </ViewStates>
  );
}

function FromTask(props: { readonly taskId: string; readonly onCancel: () => void }): ReactNode {
  const { taskId } = props;
  const view = useView(getTaskRoute, { params: { taskId } });
  return (
    <ViewStates view={view}>
      {({ task }) => (
        <CreateForm
          source={{
            heading: messages.fromTask,
            title: messages.taskTitle(task.title).slice(0, 200),
            year: Number(task.dueDate.slice(0, 4)),
            parentTaskId: taskId,
            clauses: [],
          }}
          onCancel={props.onCancel}
        />
      )}
    </ViewStates>
  );
}

interface Draft {
  readonly title: string;
  readonly year: string;
  readonly origin: TaskOrigin;
  readonly issuerUnitId: string;
  readonly chosenIds: readonly string[];
}

function CreateForm(props: { readonly source: Source; readonly onCancel: () => void }): ReactNode {
  const { source } = props;
  const thisYear = useYear();
  const issuers = useView(listIssuersRoute);
  return (
    <Section title={source.heading}>
      <ViewStates
        view={issuers}
        isEmpty={(data) => data.issuers.length === 0}
        empty={<EmptyNotice text={messages.noIssuer} />}
      >
        {(data) => (
          <DraftForm
            source={source}
            issuers={data.issuers}
            start={{
              title: source.title || messages.blankTitle(thisYear),
              year: String(Math.max(source.year ?? thisYear, 2000)),
              origin: "keyPoints",
              issuerUnitId: data.issuers[0]?.id ?? "",
              chosenIds: source.clauses.map(({ id }) => id),
            }}
            onCancel={props.onCancel}
          />
        )}
      </ViewStates>
    </Section>
  );
}

function DraftForm(props: {
  readonly source: Source;
  readonly issuers: readonly { readonly id: string; readonly name: string }[];
  readonly start: Draft;
  readonly onCancel: () => void;
}): ReactNode {
  const { source } = props;
  const [draft, setDraft] = useState(props.start);
  const [isTouched, setIsTouched] = useState(false);
  const [madeId, setMadeId] = useState<string | null>(null);
  const change = (part: Partial<Draft>): void => {
    setIsTouched(true);
    setDraft({ ...draft, ...part });
  };
  const command = useCommand(createListRoute);
  const go = useGo();
  const isFromDocument = source.documentId !== undefined;
  const create = async (): Promise<void> => {
    const { title, year, issuerUnitId, origin, chosenIds } = draft;
    const { documentId, parentTaskId } = source;
    const outcome = await command.run({
      body: {
        title,
        year: Number(year),
        issuerUnitId,
        ...(documentId && { documentId, clauseIds: [...chosenIds], origin }),
        ...(parentTaskId && { parentTaskId }),
      },
    });
    if (!outcome.ok) return;
    notify({ text: messages.created(outcome.value.items) });
    setMadeId(outcome.value.listId);
  };
  useLeaveGuard(madeId === null && isTouched);
  useEffect(() => {
    // Only once the guard is gone; and going back must not lead into a form that was sent.
    if (madeId !== null) go(`/lists/${madeId}`, { replaces: true });
  }, [madeId, go]);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <DraftFields
        draft={draft}
        issuers={props.issuers}
        hasOrigin={isFromDocument}
        errors={fieldErrorsOf(command.problem)}
        onChange={change}
      />
      {isFromDocument && (
        <ClauseChoice
          clauses={source.clauses}
          chosenIds={draft.chosenIds}
          onChange={(chosenIds) => change({ chosenIds })}
        />
      )}
      {command.problem && <ProblemNotice problem={command.problem} onClose={command.clear} />}
      <div className="page-actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={command.isRunning}
          disabled={isFromDocument && draft.chosenIds.length === 0}
        >
          {messages.make}
        </Button>
        <Button onClick={props.onCancel}>{messages.cancel}</Button>
      </div>
    </form>
  );
}

function DraftFields(props: {
  readonly draft: Draft;
  readonly issuers: readonly { readonly id: string; readonly name: string }[];
  readonly hasOrigin: boolean;
  readonly errors: Readonly<Record<string, string | undefined>>;
  readonly onChange: (part: Partial<Draft>) => void;
}): ReactNode {
  const { draft, errors, onChange } = props;
  return (
    <>
      <Field label={messages.name} isRequired error={errors["title"]}>
        <Input
          value={draft.title}
          maxLength={200}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
      <div className="list-form-row">
        <Field label={messages.year} isRequired error={errors["year"]}>
          <Input
            value={draft.year}
            inputMode="numeric"
            maxLength={4}
            onChange={(event) => onChange({ year: event.target.value.replace(/[^0-9]/g, "") })}
          />
        </Field>
        <Field label={messages.issuer} isRequired hint={messages.issuerHint}>
          <Select
            value={draft.issuerUnitId}
            options={props.issuers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(issuerUnitId) => onChange({ issuerUnitId })}
          />
        </Field>
        {props.hasOrigin && (
          <Field label={messages.origin}>
            <Select
              value={draft.origin}
              options={originOptions}
              onChange={(origin) => onChange({ origin })}
            />
          </Field>
        )}
      </div>
    </>
  );
}
