import { Button } from "antd";
import type { ReactNode } from "react";
import { PageShell, usePathParam, useView, ViewStates } from "#platform/ui/index.ts";
import { getRunUnitRoute } from "../contract.ts";
import { messages } from "./messages.ts";
import { UnitStandingView } from "./UnitStandingView.tsx";

/** One unit in a frozen result: the numbers and records of the day it was frozen. */
export function RunUnitPage(): ReactNode {
  const runId = usePathParam("runId");
  const unitId = usePathParam("unitId");
  const view = useView(getRunUnitRoute, { params: { runId, unitId } });
  return (
    <ViewStates view={view}>
      {(unit) => (
        <PageShell
          title={unit.unitName}
          breadcrumbs={[
            { title: messages.group },
            { title: messages.title, to: "/standing" },
            { title: messages.runs, to: `/runs/${runId}` },
          ]}
          summary={messages.unitSummary(unit.periodName, unit.scheme.groupName)}
          actions={<Button onClick={() => window.print()}>{messages.print}</Button>}
        >
          <UnitStandingView unit={unit} />
        </PageShell>
      )}
    </ViewStates>
  );
}
