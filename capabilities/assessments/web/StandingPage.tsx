import type { ReactNode } from "react";
import {
  DataTable,
  EmptyNotice,
  Explain,
  PageLink,
  PageShell,
  useFilters,
  useView,
  ViewStates,
} from "#platform/ui/index.ts";
import { useYear } from "#rooms/access/web/index.ts";
import { getStandingRoute } from "../contract.ts";
import { Comparison } from "./Comparison.tsx";
import { FreezeButton } from "./FreezeButton.tsx";
import { messages } from "./messages.ts";
import { PeriodForm } from "./PeriodForm.tsx";
import { RunList } from "./RunList.tsx";
import { periodInAddress, periodOf, type Standing, type StandingRow, todayInChina } from "./scores.ts";
import { standingColumns } from "./standing-columns.tsx";

/** 考核看板: who stands where, as of a cut-off day; every number leads down to its records. */
export function StandingPage(): ReactNode {
  const [filters] = useFilters(["from", "cutoff"] as const);
  const period = periodOf(filters, useYear(), todayInChina());
  const view = useView(getStandingRoute, { query: period });
  const standing = view.status === "ready" ? view.data : null;
  return (
    <PageShell
      title={messages.title}
      breadcrumbs={[{ title: messages.group }, { title: messages.ledger }]}
      summary={
        standing &&
        messages.summary(
          standing.periodName,
          standing.scheme.groupName,
          standing.rankedCount,
          standing.unitCount,
        )
      }
      actions={standing?.mayFreeze && standing.rankedCount > 0 ? <FreezeButton standing={standing} /> : null}
    >
      <PeriodForm />
      <ViewStates view={view}>
        {(data) => <StandingTable standing={data} period={periodInAddress(period)} />}
      </ViewStates>
      <RunList />
    </PageShell>
  );
}

function StandingTable({ standing, period }: { standing: Standing; period: string }): ReactNode {
  const linkOf = (row: StandingRow, measure?: string): string =>
    `/standing/${row.unitId}${period}${measure ? `${period === "" ? "?" : "&"}measure=${measure}` : ""}`;
  return (
    <>
      <div className="standing-table">
        <DataTable
          name="standing"
          caption={messages.title}
          rows={standing.rows}
          columns={standingColumns(standing.scheme, linkOf)}
          rowKey={(row) => row.unitId}
          linkOf={(row) => linkOf(row)}
          empty={
            <EmptyNotice
              text={standing.isWhole ? messages.emptyWhole : messages.emptyOwn}
              next={standing.isWhole ? null : <PageLink to="/bulletins">{messages.toBulletins}</PageLink>}
            />
          }
        />
      </div>
      <Comparison group={standing} />
      {!standing.isWhole && standing.rows.length > 0 && <p>{messages.onlyOwn}</p>}
      <Explain source={messages.schemeOf(standing.scheme.name, standing.scheme.version)}>
        {messages.live}
      </Explain>
    </>
  );
}
