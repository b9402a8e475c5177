import type { ReactNode } from "react";
import { DataTable, EmptyNotice, Facts, PageLink, Section, usePages } from "#platform/ui/index.ts";
import { listUnitsRoute } from "../contract.ts";
import { messages } from "./messages.ts";
import { kindNameOf, sectorNameOf, type UnitSummary, unitAddress, unitColumns } from "./unit-columns.tsx";

/** What is known of a unit, with its way up the tree. */
export function UnitFacts(props: {
  readonly unit: UnitSummary;
  readonly ancestors: readonly (UnitSummary & { readonly mayOpen: boolean })[];
}): ReactNode {
  const { unit } = props;
  const parent = props.ancestors.at(-1);
  return (
    <Section>
      <Facts
        items={[
          [messages.facts.fullName, unit.fullName],
          [messages.facts.kind, kindNameOf(unit)],
          [messages.facts.sector, sectorNameOf(unit)],
          [messages.facts.members, messages.people(unit.memberCount)],
          [
            messages.facts.parent,
            parent?.mayOpen ? <PageLink to={unitAddress(parent)}>{parent.name}</PageLink> : parent?.name,
          ],
          [messages.facts.code, unit.officialCode],
        ]}
      />
    </Section>
  );
}

/** The units directly below one. */
export function UnitsBelow({ parentId }: { readonly parentId: string }): ReactNode {
  const units = usePages(listUnitsRoute, { query: { parentId } }, (page) => page.units);
  return (
    <Section title={messages.below}>
      <DataTable
        name="units-below"
        caption={messages.below}
        isPlain
        view={units}
        columns={unitColumns.filter((column) => column.key !== "parent")}
        rowKey={(unit) => unit.id}
        linkOf={unitAddress}
        empty={<EmptyNotice text={messages.nothingBelow} />}
      />
    </Section>
  );
}
