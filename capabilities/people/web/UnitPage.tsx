import type { ReactNode } from "react";
import { PageShell, Section, usePathParam, useView, ViewStates } from "#platform/ui/index.ts";
import { getUnitRoute } from "#rooms/organizations/contract.ts";
import { kindNameOf, UnitFacts, UnitsBelow, unitAddress } from "#rooms/organizations/web/index.ts";
import { messages } from "./messages.ts";
import { UnitContacts } from "./UnitContacts.tsx";
import { UnitPosts } from "./UnitPosts.tsx";

/** 单位: what it is, who answers for what in it, what is below it. */
export function UnitPage(): ReactNode {
  const unitId = usePathParam("unitId");
  const view = useView(getUnitRoute, { params: { unitId } });
  if (view.status !== "ready") {
    return (
      <PageShell title={messages.loading} breadcrumbs={[{ title: messages.units, to: "/units" }]}>
        <ViewStates view={view}>{() => null}</ViewStates>
      </PageShell>
    );
  }
  const { unit, ancestors } = view.data;
  const way = ancestors.map((each) => ({
    title: each.name,
    to: each.mayOpen ? unitAddress(each) : undefined,
  }));
  return (
    <PageShell
      title={unit.name}
      breadcrumbs={[{ title: messages.units, to: "/units" }, ...way]}
      summary={kindNameOf(unit)}
    >
      <UnitFacts unit={unit} ancestors={ancestors} />
      <Section title={messages.posts}>
        <UnitPosts unitId={unit.id} />
      </Section>
      <UnitContacts unitId={unit.id} />
      <UnitsBelow key={unit.id} parentId={unit.id} />
    </PageShell>
  );
}
