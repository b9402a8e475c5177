import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ProblemDetails } from "#platform/http/contract.ts";
import {
  download,
  Facts,
  Lamp,
  PageLink,
  PageShell,
  PageStates,
  ProblemNotice,
  Section,
  TimeLine,
  usePathParam,
  useView,
  writeDay,
} from "#platform/ui/index.ts";
import { exportBulletinRoute, getBulletinFileRoute, getBulletinRoute } from "../contract.ts";
import { actNames, type BulletinAct, statusNames } from "../core/index.ts";
import { BulletinActs } from "./BulletinActs.tsx";
import { statusColours } from "./BulletinsPage.tsx";
import type { BulletinDetail } from "./bulletin-detail.ts";
import { messages } from "./messages.ts";
import { Paper } from "./Paper.tsx";
import { TextForm } from "./TextForm.tsx";

/** One bulletin: how it reads, what may be changed, who did what, and what can be done now. */
export function BulletinPage(): ReactNode {
  const bulletinId = usePathParam("bulletinId");
  const view = useView(getBulletinRoute, { params: { bulletinId } });
  return (
    <PageStates view={view} title={messages.title} breadcrumbs={way}>
      {(detail) => (
        <PageShell
          title={detail.bulletin.title}
          breadcrumbs={way}
          summary={
            <Lamp colour={statusColours[detail.bulletin.status]} word={statusNames[detail.bulletin.status]} />
          }
          actions={<Actions detail={detail} />}
        >
          <div className="no-print">
            <BulletinFacts detail={detail} />
            {detail.allowedActs.includes("edit") && (
              <TextForm key={`${detail.bulletin.id}-${detail.version}`} detail={detail} />
            )}
          </div>
          <Section title={messages.preview}>
            <Paper paper={detail.document} />
          </Section>
          <Steps detail={detail} />
        </PageShell>
      )}
    </PageStates>
  );
}

const way = [{ title: messages.group }, { title: messages.section, to: "/bulletins" }];

function Actions({ detail }: { detail: BulletinDetail }): ReactNode {
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  const params = { bulletinId: detail.bulletin.id };
  const save = async (route: typeof getBulletinFileRoute | typeof exportBulletinRoute) => {
    const outcome = await download(route, { params });
    setProblem(outcome.ok ? null : outcome.problem);
  };
  return (
    <>
      <BulletinActs detail={detail} />
      <Button onClick={() => void save(getBulletinFileRoute)}>{messages.file}</Button>
      <Button onClick={() => void save(exportBulletinRoute)}>{messages.ledger}</Button>
      <Button onClick={() => window.print()}>{messages.print}</Button>
      {problem && <ProblemNotice problem={problem} onClose={() => setProblem(null)} />}
    </>
  );
}

function BulletinFacts({ detail }: { detail: BulletinDetail }): ReactNode {
  const { bulletin } = detail;
  return (
    <Section title={messages.facts}>
      {detail.withdrawnReason !== null && (
        <p role="status">{messages.withdrawn(writeDay(detail.withdrawnOn), detail.withdrawnReason)}</p>
      )}
      <Facts
        items={[
          [messages.columns.number, bulletin.documentNumber ?? messages.noNumber],
          [messages.columns.circle, messages.receivers(bulletin.circle, detail.receiverCount)],
          [
            messages.run,
            <PageLink key="run" to={`/runs/${detail.runId}`}>
              {detail.runTitle}
            </PageLink>,
          ],
          [messages.columns.drafter, bulletin.draftedByName],
          [messages.checker, detail.checkedByName ?? ""],
          [messages.columns.signer, bulletin.signerName ?? ""],
          ...(detail.sha256 === null
            ? []
            : ([[messages.digest, <code key="digest">{detail.sha256}</code>]] as const)),
        ]}
      />
      {detail.isOwnWriting && bulletin.status === "draft" && <p className="soft">{messages.ownWriting}</p>}
    </Section>
  );
}

const Steps = ({ detail }: { detail: BulletinDetail }): ReactNode => (
  <div className="no-print">
    <Section title={messages.steps}>
      <TimeLine
        entries={detail.steps.map((step) => ({
          id: step.sequence,
          at: step.at,
          who: step.personName,
          as: step.postTitle,
          did: actNames[step.act as BulletinAct],
          note: step.note,
        }))}
      />
    </Section>
  </div>
);
