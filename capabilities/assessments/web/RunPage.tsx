import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ProblemDetails, ResponseOf } from "#platform/http/contract.ts";
import {
  DataTable,
  download,
  EmptyNotice,
  Facts,
  PageLink,
  PageShell,
  PageStates,
  ProblemNotice,
  usePathParam,
  useView,
  writeMoment,
} from "#platform/ui/index.ts";
import { exportRunRoute, getRunRoute } from "../contract.ts";
import { Comparison } from "./Comparison.tsx";
import { messages } from "./messages.ts";
import type { StandingRow } from "./scores.ts";
import { standingColumns } from "./standing-columns.tsx";
import { Verification } from "./Verification.tsx";

type Run = ResponseOf<typeof getRunRoute>;

/** A frozen result: what was published or is to be, and the proof that it still follows from its inputs. */
export function RunPage(): ReactNode {
  const runId = usePathParam("runId");
  const view = useView(getRunRoute, { params: { runId } });
  return (
    <PageStates view={view} title={messages.runs} breadcrumbs={way}>
      {(data) => (
        <PageShell
          title={data.run.title}
          breadcrumbs={way}
          summary={messages.summary(data.periodName, data.scheme.groupName, data.rankedCount, data.unitCount)}
          actions={<RunActions run={data} />}
        >
          <RunFacts run={data} />
          <RunTable run={data} />
          {data.mayVerify && <Verification runId={data.run.id} />}
        </PageShell>
      )}
    </PageStates>
  );
}

const way = [{ title: messages.group }, { title: messages.title, to: "/standing" }];

function RunActions({ run }: { run: Run }): ReactNode {
  const [problem, setProblem] = useState<ProblemDetails | null>(null);
  const save = async () => {
    const outcome = await download(exportRunRoute, { params: { runId: run.run.id } });
    setProblem(outcome.ok ? null : outcome.problem);
  };
  return (
    <>
      <Button onClick={() => void save()}>{messages.exportLedger}</Button>
      {run.mayVerify && <PageLink to={`/bulletins?runId=${run.run.id}`}>{messages.draftBulletin}</PageLink>}
      {problem && <ProblemNotice problem={problem} onClose={() => setProblem(null)} />}
    </>
  );
}

const RunFacts = ({ run: { run } }: { run: Run }): ReactNode => (
  <Facts
    items={[
      [messages.runColumns.scheme, messages.schemeOf(run.schemeName, run.schemeVersion)],
      [messages.runColumns.frozenAt, writeMoment(run.frozenAt)],
      [messages.runColumns.frozenBy, run.frozenByName],
      [messages.digest, <code key="digest">{run.inputDigest.slice(0, 16)}</code>],
    ]}
  />
);

function RunTable({ run }: { run: Run }): ReactNode {
  const linkOf = (row: StandingRow, measure?: string): string =>
    `/runs/${run.run.id}/units/${row.unitId}${measure ? `?measure=${measure}` : ""}`;
  return (
    <>
      <div className="standing-table">
        <DataTable
          name="run"
          caption={run.run.title}
          rows={run.rows}
          columns={standingColumns(run.scheme, linkOf)}
          rowKey={(row) => row.unitId}
          linkOf={(row) => linkOf(row)}
          empty={<EmptyNotice text={messages.emptyOwn} />}
        />
      </div>
      <Comparison group={run} />
      {!run.isWhole && <p>{messages.onlyOwn}</p>}
    </>
  );
}
