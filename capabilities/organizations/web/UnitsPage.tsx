import type { ReactNode } from "react";
import {
  AddressTabs,
  DataTable,
  EmptyNotice,
  PageLink,
  PageShell,
  SearchForm,
  useFilters,
  usePages,
} from "#platform/ui/index.ts";
import { listUnitsRoute } from "../contract.ts";
import { unitKindNames } from "../core/index.ts";
import { messages } from "./messages.ts";
import { UnitTree } from "./UnitTree.tsx";
import { unitAddress, unitColumns } from "./unit-columns.tsx";

const kinds = Object.entries(unitKindNames).map(([value, label]) => ({ value, label }));

/** 组织架构: the units in one's care, as a register or as a tree. */
export function UnitsPage(): ReactNode {
  const [{ view }] = useFilters(["view"] as const);
  return (
    <PageShell title={messages.title} breadcrumbs={[{ title: messages.section }, { title: messages.ledger }]}>
      <AddressTabs
        name="view"
        label={messages.view}
        items={[
          { value: "table", label: messages.asTable },
          { value: "tree", label: messages.asTree },
        ]}
      />
      {view === "tree" ? <UnitTree /> : <UnitRegister />}
    </PageShell>
  );
}

function UnitRegister(): ReactNode {
  const [filters] = useFilters(["search", "kind"] as const);
  const units = usePages(listUnitsRoute, { query: filters }, (page) => page.units);
  return (
    <>
      <SearchForm
        fields={[
          { key: "search", label: messages.search, kind: "text", placeholder: messages.searchHint },
          { key: "kind", label: messages.kind, kind: "choice", options: kinds },
        ]}
      />
      <DataTable
        name="units"
        caption={messages.ledger}
        view={units}
        columns={unitColumns}
        rowKey={(unit) => unit.id}
        linkOf={unitAddress}
        empty={
          <EmptyNotice text={messages.none} next={<PageLink to="/units">{messages.showAll}</PageLink>} />
        }
      />
    </>
  );
}
