import type { Static } from "typebox";
import { type Column, NumberCell, PageLink } from "#platform/ui/index.ts";
import type { unitSummary } from "../contract.ts";
import { sectorNames, unitKindNames } from "../core/index.ts";
import { messages } from "./messages.ts";

export type UnitSummary = Static<typeof unitSummary>;

/** The official word of a kind; a kind that this version does not know yet stays as it came. */
export const kindNameOf = (unit: Pick<UnitSummary, "kind">): string =>
  (unitKindNames as Readonly<Record<string, string>>)[unit.kind] ?? unit.kind;

export const sectorNameOf = (unit: Pick<UnitSummary, "sector">): string =>
  unit.sector === null
    ? messages.unknownSector
    : ((sectorNames as Readonly<Record<string, string>>)[unit.sector] ?? unit.sector);

export const unitAddress = (unit: Pick<UnitSummary, "id">): string => `/units/${unit.id}`;

const words = messages.columns;

/** The register of units in its usual order. */
export const unitColumns: readonly Column<UnitSummary>[] = [
  {
    key: "name",
    title: words.name,
    cell: (unit) => <PageLink to={unitAddress(unit)}>{unit.name}</PageLink>,
    text: (unit) => unit.name,
    onCard: "title",
    isFixed: true,
  },
  { key: "kind", title: words.kind, cell: kindNameOf },
  { key: "sector", title: words.sector, cell: sectorNameOf },
  { key: "parent", title: words.parent, cell: (unit) => unit.parentName ?? "" },
  {
    key: "members",
    title: words.members,
    align: "right",
    cell: (unit) => <NumberCell value={unit.memberCount} />,
    text: (unit) => unit.memberCount,
  },
  {
    key: "children",
    title: words.children,
    align: "right",
    cell: (unit) => <NumberCell value={unit.childCount} />,
    text: (unit) => unit.childCount,
  },
  {
    key: "code",
    title: words.code,
    cell: (unit) => unit.officialCode,
    isHiddenAtFirst: true,
    onCard: "hidden",
  },
];
