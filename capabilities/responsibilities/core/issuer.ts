import type { UnitKind } from "#rooms/organizations/core/index.ts";

/** Units that draft but give no orders in their own name. Source: domain.md §4.5 (部门不得直接向下级党委派发任务). */
const draftingKinds: ReadonlySet<UnitKind> = new Set(["department", "leadingGroup", "organ"]);

export interface IssuingUnit {
  readonly id: string;
  readonly kind: UnitKind;
}

/**
 * In whose name a unit may draft a list, the likeliest first: the committee it drafts for; itself, when it is a
 * committee; the committee above it. Whether the list goes out is decided by who signs for that committee.
 */
export function selectIssuers<Unit extends IssuingUnit>(units: {
  readonly own: Unit;
  readonly draftsFor: Unit | null;
  readonly parent: Unit | null;
}): Unit[] {
  const { own, draftsFor, parent } = units;
  const candidates = [draftsFor, own, parent].filter((unit) => unit !== null);
  const issuers = candidates.filter((unit) => !draftingKinds.has(unit.kind));
  return issuers.filter((unit, index) => issuers.findIndex(({ id }) => id === unit.id) === index);
}
