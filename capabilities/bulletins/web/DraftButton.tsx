import { Button, Select } from "antd";
import { type ReactNode, useState } from "react";
import {
  ConfirmAct,
  EmptyNotice,
  Field,
  notify,
  PageLink,
  useCommand,
  useFilters,
  useGo,
  useView,
  ViewStates,
} from "#platform/ui/index.ts";
import { listRunsRoute } from "#rooms/assessments/contract.ts";
import { draftBulletinRoute } from "../contract.ts";
import { messages } from "./messages.ts";

/** Begins a draft on a frozen run; opened at once when the address names one (coming from the run's own page). */
export function DraftButton(): ReactNode {
  const [filters, setFilters] = useFilters(["runId"] as const);
  const [isAsked, setIsAsked] = useState(false);
  const close = () => {
    setIsAsked(false);
    setFilters({ runId: undefined }, { replaces: true });
  };
  const isOpen = isAsked || filters.runId !== undefined;
  return (
    <>
      <Button type="primary" onClick={() => setIsAsked(true)}>
        {messages.draft}
      </Button>
      {isOpen && <DraftDialog initialRunId={filters.runId ?? null} onClose={close} />}
    </>
  );
}

function DraftDialog(props: { initialRunId: string | null; onClose: () => void }): ReactNode {
  const runs = useView(listRunsRoute, {});
  const command = useCommand(draftBulletinRoute);
  const go = useGo();
  const [chosen, setChosen] = useState(props.initialRunId);
  const [isMissing, setIsMissing] = useState(false);
  const latest = runs.status === "ready" ? (runs.data.runs[0]?.id ?? null) : null;
  const runId = chosen ?? latest;
  const draft = async () => {
    setIsMissing(runId === null);
    if (runId === null) return;
    const outcome = await command.run({ body: { runId } });
    if (!outcome.ok) return;
    notify({ text: messages.drafted });
    go(`/bulletins/${outcome.value.bulletinId}`);
  };
  return (
    <ConfirmAct
      isOpen
      title={messages.draftTitle}
      consequence={messages.draftHint}
      confirmWord={messages.draft}
      isRunning={command.isRunning}
      problem={command.problem}
      onConfirm={() => void draft()}
      onCancel={props.onClose}
    >
      <ViewStates
        view={runs}
        isEmpty={(page) => page.runs.length === 0}
        empty={
          <EmptyNotice
            text={messages.noRun}
            next={<PageLink to="/standing">{messages.toStanding}</PageLink>}
          />
        }
      >
        {(page) => (
          <Field label={messages.draftFrom} isRequired error={isMissing ? messages.chooseRun : undefined}>
            <Select
              value={runId}
              onChange={setChosen}
              options={page.runs.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </Field>
        )}
      </ViewStates>
    </ConfirmAct>
  );
}
