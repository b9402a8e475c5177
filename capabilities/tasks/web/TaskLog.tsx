import type { ReactNode } from "react";
import { Section, TimeLine, writeDay } from "#platform/ui/index.ts";
import { actionNames, type TaskAction } from "../core/index.ts";
import { messages } from "./messages.ts";
import type { TaskDetail } from "./task-detail.ts";

/** A plan is told by its steps, with the reason for it. */
function noteOf({ milestones, note }: TaskDetail["log"][number]): string | null {
  const steps = milestones.map(({ title, dueDate }) => `${title}（${writeDay(dueDate)}前）`).join("；");
  return [steps, note ?? ""].filter((words) => words !== "").join("。") || null;
}

/** 办理经过: who, as what, did what, when it was entered and when it happened. */
export function TaskLog({ detail }: { detail: TaskDetail }): ReactNode {
  return (
    <Section title={messages.log}>
      <TimeLine
        entries={detail.log.toReversed().map((logged) => ({
          id: String(logged.sequence),
          at: logged.at,
          who: logged.personName,
          as: `${logged.unitName}${logged.postTitle}`,
          did: logged.dueDate
            ? `${actionNames[logged.action as TaskAction]}（时限${writeDay(logged.dueDate)}）`
            : actionNames[logged.action as TaskAction],
          happenedOn: logged.happenedOn,
          note: noteOf(logged),
        }))}
      />
    </Section>
  );
}
