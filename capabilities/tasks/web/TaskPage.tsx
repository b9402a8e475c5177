import { Button } from "antd";
import { type ReactNode, useEffect } from "react";
import {
  call,
  DataTable,
  Deadline,
  Facts,
  Lamp,
  PageLink,
  PageShell,
  PageStates,
  Section,
  useGo,
  usePathParam,
  useView,
  writeDay,
} from "#platform/ui/index.ts";
import { responsibilityRoleNames } from "#rooms/people/core/index.ts";
import { getTaskRoute, openTaskRoute } from "../contract.ts";
import { originNames } from "../core/index.ts";
import { EvidenceSection } from "./EvidenceSection.tsx";
import { MilestoneSection } from "./MilestoneSection.tsx";
import { messages, wordOf } from "./messages.ts";
import { TaskActions } from "./TaskActions.tsx";
import { TaskLog } from "./TaskLog.tsx";
import { taskColumns } from "./task-columns.tsx";
import type { TaskDetail } from "./task-detail.ts";

/** One task: what is asked, what was done, with which proof, and what can be done now. */
export function TaskPage(): ReactNode {
  const taskId = usePathParam("taskId");
  const view = useView(getTaskRoute, { params: { taskId } });
  const loaded = view.status === "ready";
  useEffect(() => {
    // Told once that the owner has seen it; a failure here must not disturb his reading.
    if (loaded) void call(openTaskRoute, { params: { taskId } });
  }, [loaded, taskId]);
  return (
    <PageStates view={view} title={messages.task} breadcrumbs={way}>
      {(detail) => (
        <PageShell title={detail.task.title} breadcrumbs={way} actions={<TaskActions detail={detail} />}>
          <TaskFacts detail={detail} />
          <Section title={messages.content}>
            <p style={{ whiteSpace: "pre-wrap" }}>{detail.content}</p>
          </Section>
          <MilestoneSection detail={detail} />
          <EvidenceSection detail={detail} />
          <TasksBelow detail={detail} />
          <TaskLog detail={detail} />
        </PageShell>
      )}
    </PageStates>
  );
}

const way = [{ title: messages.group }, { title: messages.title, to: "/tasks" }];

/** What this person does next, in one sentence; null when nothing waits for him. */
function nextStepOf({ task, allowedActions, mayAddEvidence, evidence }: TaskDetail): string | null {
  if (allowedActions.includes("acknowledge")) return messages.next.assigned;
  if (allowedActions.includes("accept")) return messages.next.judge;
  if (task.status === "submitted") return messages.next.submitted(task.issuerName);
  if (!mayAddEvidence) return null;
  if (task.status === "returned") return messages.next.returned;
  return evidence.length === 0 ? messages.next.needsEvidence : messages.next.mayDo;
}

function TaskFacts({ detail }: { detail: TaskDetail }): ReactNode {
  const { task } = detail;
  const nextStep = nextStepOf(detail);
  const role = detail.role as keyof typeof responsibilityRoleNames | null;
  return (
    <Section title={messages.facts}>
      {nextStep !== null && <p className="no-print">{nextStep}</p>}
      <Facts
        items={[
          [messages.columns.status, <Lamp key="lamp" colour={task.lamp} word={wordOf(task)} />],
          [messages.columns.due, <Deadline key="due" dueDate={task.dueDate} />],
          [messages.columns.unit, task.unitName],
          [messages.columns.owner, `${task.ownerName}（${task.ownerPost}）`],
          [messages.role, role === null ? "" : responsibilityRoleNames[role]],
          [messages.columns.issuer, task.issuerName],
          [messages.columns.origin, originNames[task.origin as keyof typeof originNames]],
          ...(detail.assistingUnits.length > 0
            ? ([[messages.assisting, detail.assistingUnits.join("、")]] as const)
            : []),
          ...(detail.parent
            ? ([
                [
                  messages.parent,
                  <PageLink key="parent" to={`/tasks/${detail.parent.id}`}>
                    {detail.parent.title}
                  </PageLink>,
                ],
              ] as const)
            : []),
        ]}
      />
      {task.openedAt === null && task.status === "assigned" && !detail.mayAddEvidence && (
        <p>{messages.notOpened}</p>
      )}
      {detail.extensionRequestedTo !== null && (
        <p>{messages.askedExtension(writeDay(detail.extensionRequestedTo))}</p>
      )}
    </Section>
  );
}

function TasksBelow({ detail }: { detail: TaskDetail }): ReactNode {
  const go = useGo();
  if (detail.below.length === 0 && !detail.mayDecompose) return null;
  const start = () => go(`/lists?fromTask=${detail.task.id}`);
  return (
    <Section
      title={messages.below}
      actions={detail.mayDecompose ? <Button onClick={start}>{messages.decompose}</Button> : null}
    >
      {detail.below.length > 0 && (
        <DataTable
          name="tasks-below"
          caption={messages.below}
          rows={detail.below}
          columns={taskColumns}
          rowKey={(row) => row.id}
          linkOf={(row) => `/tasks/${row.id}`}
        />
      )}
    </Section>
  );
}
