import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  DateText,
  download,
  EmptyNotice,
  MomentText,
  notify,
  Section,
  useCommand,
} from "#platform/ui/index.ts";
import { getEvidenceFileRoute, restoreEvidenceRoute, withdrawEvidenceRoute } from "../contract.ts";
import { EvidenceForm } from "./EvidenceForm.tsx";
import { messages } from "./messages.ts";
import type { TaskDetail } from "./task-detail.ts";

type Evidence = TaskDetail["evidence"][number];

/** 佐证: what shows that it was done; added while the owner works, sealed while others judge. */
export function EvidenceSection({ detail }: { detail: TaskDetail }): ReactNode {
  const [adding, setAdding] = useState(false);
  const canAdd = detail.mayAddEvidence && detail.task.status !== "assigned";
  return (
    <Section
      title={`${messages.evidence}（${detail.evidence.length}）`}
      actions={
        canAdd && !adding ? <Button onClick={() => setAdding(true)}>{messages.addEvidence}</Button> : null
      }
    >
      {adding && <EvidenceForm taskId={detail.task.id} onDone={() => setAdding(false)} />}
      {detail.evidence.length === 0 && !adding && <EmptyNotice text={messages.noEvidence} />}
      <ul style={{ paddingLeft: 0, listStyle: "none" }}>
        {detail.evidence.map((evidence) => (
          <EvidenceRow key={evidence.id} evidence={evidence} detail={detail} />
        ))}
      </ul>
    </Section>
  );
}

function EvidenceRow({ evidence, detail }: { evidence: Evidence; detail: TaskDetail }): ReactNode {
  const withdraw = useCommand(withdrawEvidenceRoute);
  const restore = useCommand(restoreEvidenceRoute);
  const params = { taskId: detail.task.id, evidenceId: evidence.id };
  const onWithdraw = async () => {
    const outcome = await withdraw.run({ params });
    notify(
      outcome.ok
        ? { text: messages.withdrawn, undo: () => void onRestore() }
        : { text: outcome.problem.title, tone: "failed" },
    );
  };
  const onRestore = async () => {
    const outcome = await restore.run({ params });
    notify(outcome.ok ? { text: messages.restored } : { text: outcome.problem.title, tone: "failed" });
  };
  const onDownload = async () => {
    const outcome = await download(getEvidenceFileRoute, { params });
    if (!outcome.ok) notify({ text: outcome.problem.title, tone: "failed" });
  };
  return (
    <li style={{ padding: "8px 0", borderBottom: "1px solid var(--line, #e5e5e5)" }}>
      <strong>{evidence.title}</strong> <DateText day={evidence.happenedOn} />
      {evidence.enteredLate && <span>（{messages.enteredLate}）</span>}
      {evidence.note && <p style={{ whiteSpace: "pre-wrap", margin: "4px 0" }}>{evidence.note}</p>}
      <div className="no-print">
        {evidence.kind === "file" && (
          <Button type="link" size="small" onClick={() => void onDownload()}>
            {messages.download} {evidence.fileName}
          </Button>
        )}
        {detail.mayAddEvidence && (
          <Button type="link" size="small" loading={withdraw.isRunning} onClick={() => void onWithdraw()}>
            {messages.withdraw}
          </Button>
        )}
      </div>
      <small>
        {evidence.enteredByName} <MomentText moment={evidence.enteredAt} />
        {evidence.sha256 && (
          <span title={`SHA-256 ${evidence.sha256}`}>
            {" "}
            {messages.fingerprint(evidence.sha256.slice(0, 12))}
          </span>
        )}
      </small>
    </li>
  );
}
