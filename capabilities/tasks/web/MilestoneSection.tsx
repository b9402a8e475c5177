import "./tasks.css";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  ConfirmAct,
  DateText,
  DayInput,
  Field,
  Lamp,
  notify,
  Section,
  useCommand,
  writeDay,
} from "#platform/ui/index.ts";
import { actOnTaskRoute } from "../contract.ts";
import { MilestoneForm } from "./MilestoneForm.tsx";
import { messages } from "./messages.ts";
import type { TaskDetail } from "./task-detail.ts";

type Milestone = TaskDetail["milestones"][number];

/** 节点: the dated steps to the deadline, set by the unit that does the work and seen by the one that gave it. */
export function MilestoneSection({ detail }: { detail: TaskDetail }): ReactNode {
  const [planning, setPlanning] = useState(false);
  // No step fits between today and a deadline that is past.
  const mayPlan = detail.allowedActions.includes("plan") && detail.task.lamp !== "red";
  if (detail.milestones.length === 0 && !mayPlan) return null;
  const word = detail.milestones.length === 0 ? messages.planMilestones : messages.replanMilestones;
  return (
    <Section
      title={messages.milestones}
      actions={mayPlan && !planning ? <Button onClick={() => setPlanning(true)}>{word}</Button> : null}
    >
      {planning && <MilestoneForm detail={detail} onDone={() => setPlanning(false)} />}
      {detail.milestones.length === 0 && !planning && <p className="soft">{messages.milestonesHint}</p>}
      <ol className="milestones">
        {detail.milestones.map((milestone, index) => (
          <li key={`${milestone.title} ${milestone.dueDate}`}>
            <MilestoneRow milestone={milestone} index={index} detail={detail} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function MilestoneRow(props: { milestone: Milestone; index: number; detail: TaskDetail }): ReactNode {
  const { milestone, index, detail } = props;
  const [reaching, setReaching] = useState(false);
  const mayReach = detail.allowedActions.includes("reach") && milestone.reachedOn === null;
  return (
    <>
      <strong>{milestone.title}</strong> <DateText day={milestone.dueDate} />{" "}
      <MilestoneLamp milestone={milestone} />
      {mayReach && (
        <Button type="link" size="small" className="no-print" onClick={() => setReaching(true)}>
          {messages.reachMilestone}
        </Button>
      )}
      {reaching && (
        <ReachDialog
          detail={detail}
          index={index}
          title={milestone.title}
          onDone={() => setReaching(false)}
        />
      )}
    </>
  );
}

function MilestoneLamp({ milestone }: { milestone: Milestone }): ReactNode {
  if (milestone.reachedOn !== null) {
    return <Lamp colour="green" word={messages.milestoneReached(writeDay(milestone.reachedOn))} />;
  }
  return milestone.isPast ? (
    <Lamp colour="amber" word={messages.milestoneSlipped} />
  ) : (
    <Lamp colour="grey" word={messages.milestoneOpen} />
  );
}

function ReachDialog(props: {
  detail: TaskDetail;
  index: number;
  title: string;
  onDone: () => void;
}): ReactNode {
  const { detail, index, title, onDone } = props;
  const command = useCommand(actOnTaskRoute);
  const [happenedOn, setHappenedOn] = useState("");
  const reach = async () => {
    const body = { action: "reach" as const, version: detail.version, milestone: index };
    const outcome = await command.run({
      params: { taskId: detail.task.id },
      body: { ...body, ...(happenedOn && { happenedOn }) },
    });
    if (!outcome.ok) return;
    notify({ text: messages.milestoneDone });
    onDone();
  };
  return (
    <ConfirmAct
      isOpen
      title={messages.reachMilestone}
      consequence={messages.reachConsequence(title)}
      confirmWord={messages.reachMilestone}
      isRunning={command.isRunning}
      problem={command.problem}
      onCancel={onDone}
      onConfirm={() => void reach()}
    >
      <Field label={messages.reachedOn} hint={messages.happenedOnHint}>
        <DayInput value={happenedOn} onChange={setHappenedOn} />
      </Field>
    </ConfirmAct>
  );
}
