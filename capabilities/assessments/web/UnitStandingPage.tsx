import { Button } from "antd";
import type { ReactNode } from "react";
import { PageShell, useFilters, usePathParam, useView, ViewStates } from "#platform/ui/index.ts";
import { useYear } from "#rooms/access/web/index.ts";
import { getUnitStandingRoute } from "../contract.ts";
import { messages } from "./messages.ts";
import { PeriodForm } from "./PeriodForm.tsx";
import { periodInAddress, periodOf, todayInChina } from "./scores.ts";
import { UnitStandingView } from "./UnitStandingView.tsx";

/** One unit as it stands: where it is, why, and what would help most. */
export function UnitStandingPage(): ReactNode {
  const unitId = usePathParam("unitId");
  const [filters] = useFilters(["from", "cutoff"] as const);
  const period = periodOf(filters, useYear(), todayInChina());
  const view = useView(getUnitStandingRoute, { params: { unitId }, query: period });
  const unit = view.status === "ready" ? view.data : null;
  return (
    <PageShell
      title={unit ? `${unit.unitName}${messages.title}` : messages.title}
      breadcrumbs={[
        { title: messages.group },
        { title: messages.title, to: `/standing${periodInAddress(period)}` },
      ]}
      summary={unit && messages.unitSummary(unit.periodName, unit.scheme.groupName)}
      actions={<Button onClick={() => window.print()}>{messages.print}</Button>}
    >
      <PeriodForm />
      <ViewStates view={view}>{(data) => <UnitStandingView unit={data} />}</ViewStates>
    </PageShell>
  );
}
