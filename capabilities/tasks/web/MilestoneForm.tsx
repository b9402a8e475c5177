import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import {
  call,
  DayInput,
  Field,
  notify,
  ProblemNotice,
  useCommand,
  useLeaveGuard,
} from "#platform/ui/index.ts";
import { actOnTaskRoute, proposeMilestoneDaysRoute } from "../contract.ts";
import { maxMilestones } from "../core/index.ts";
import { messages } from "./messages.ts";
import type { TaskDetail } from "./task-detail.ts";

interface Step {
  readonly title: string;
  readonly dueDate: string;
}

/** Steps still to go, as they stand or as proposed; the days can be spread back from the deadline. */
function firstSteps(detail: TaskDetail): readonly Step[] {
  const open = detail.milestones.filter(({ reachedOn }) => reachedOn === null);
  if (open.length > 0) return open.map(({ title, dueDate }) => ({ title, dueDate }));
  return messages.milestoneNames.map((title) => ({ title, dueDate: "" }));
}

export function MilestoneForm({ detail, onDone }: { detail: TaskDetail; onDone: () => void }): ReactNode {
  const [steps, setSteps] = useState(() => firstSteps(detail));
  const [note, setNote] = useState("");
  const [isTouched, setTouched] = useState(false);
  useLeaveGuard(isTouched);
  const command = useCommand(actOnTaskRoute);
  const params = { taskId: detail.task.id };
  const change = (next: readonly Step[]) => {
    setTouched(true);
    setSteps(next);
  };
  const spread = async () => {
    const outcome = await call(proposeMilestoneDaysRoute, { params, query: { count: steps.length } });
    if (outcome.ok) {
      change(steps.map((step, at) => ({ ...step, dueDate: outcome.value.days[at] ?? step.dueDate })));
    } else notify({ text: outcome.problem.title, tone: "failed" });
  };
  const save = async () => {
    const reason = note.trim();
    const plan = { action: "plan" as const, version: detail.version, milestones: [...steps] };
    const body = reason === "" ? plan : { ...plan, note: reason };
    const outcome = await command.run({ params, body });
    if (!outcome.ok) return;
    notify({ text: messages.planned });
    onDone();
  };
  const hasOpen = detail.milestones.some(({ reachedOn }) => reachedOn === null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <StepRows steps={steps} onChange={change} />
      {hasOpen && (
        <Field label={messages.planReason}>
          <Input.TextArea
            rows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      )}
      {command.problem && <ProblemNotice problem={command.problem} onClose={command.clear} />}
      <Button
        disabled={steps.length >= maxMilestones}
        onClick={() => change([...steps, { title: "", dueDate: "" }])}
      >
        {messages.addMilestone}
      </Button>{" "}
      <Button disabled={steps.length === 0} onClick={() => void spread()}>
        {messages.spreadDays}
      </Button>{" "}
      <Button type="primary" htmlType="submit" loading={command.isRunning}>
        {messages.planMilestones}
      </Button>{" "}
      <Button onClick={onDone}>{messages.cancelAttach}</Button>
    </form>
  );
}

function StepRows(props: { steps: readonly Step[]; onChange: (steps: readonly Step[]) => void }): ReactNode {
  const { steps, onChange } = props;
  const set = (at: number, changes: Partial<Step>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...changes } : step)));
  return steps.map((step, at) => (
    // Steps have no identity but their place: they are typed, not loaded.
    <div key={`step-${String(at)}`} className="milestone-row">
      <Input
        aria-label={messages.milestoneTitle(at + 1)}
        placeholder={messages.milestoneTitle(at + 1)}
        maxLength={60}
        value={step.title}
        onChange={(event) => set(at, { title: event.target.value })}
      />
      <DayInput
        label={messages.milestoneDay(at + 1)}
        value={step.dueDate}
        onChange={(dueDate) => set(at, { dueDate })}
      />
      <Button
        type="text"
        aria-label={messages.dropMilestone(at + 1)}
        onClick={() => onChange(steps.filter((_step, index) => index !== at))}
      >
        ×
      </Button>
    </div>
  ));
}
