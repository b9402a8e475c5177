import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PostKind, ResponsibilityRole } from "#rooms/people/core/index.ts";
import type { People, SampleHolding } from "../people/holders.ts";
import { countyKey, organizationDepartmentKey } from "../units/county-units.ts";
import type { SampleUnit } from "../units/unit-seed.ts";

/** Who acts for a unit on a day. */
export interface Officials {
  /** Holders of the posts of a unit on a day, by rank. */
  listHolders(unit: SampleUnit, day: PlainDate): SampleHolding[];
  /** The one who answers for a task; the highest post that is filled when nobody carries the role. */
  findOwner(unit: SampleUnit, role: ResponsibilityRole, day: PlainDate): SampleHolding | undefined;
  /** The one who does the daily work on a task of the unit. */
  findDoer(unit: SampleUnit, day: PlainDate): SampleHolding | undefined;
  /** Those who accept or return in the name of the issuer. */
  listJudges(issuer: SampleUnit, day: PlainDate): SampleHolding[];
  findSigner(issuer: SampleUnit, day: PlainDate): SampleHolding | undefined;
  /** The unit that drafts for a committee: the organization department for the county, else itself. */
  getDrafter(issuer: SampleUnit): SampleUnit;
}

const doing: readonly PostKind[] = ["organizationOfficer", "sectionOfficer", "secretary", "departmentHead"];
const judging: readonly PostKind[] = ["organizationOfficer", "sectionOfficer", "deputySecretary"];
const signing: readonly PostKind[] = ["departmentHead", "secretary", "deputySecretary"];

export function openOfficials(units: readonly SampleUnit[], people: People): Officials {
  const department = units.find(({ key }) => key === organizationDepartmentKey);
  if (!department) throw new Error("a county has an organization department");
  const byUnit = Map.groupBy(people.holdings, ({ post }) => post.unitId);
  const getDrafter = (issuer: SampleUnit): SampleUnit => (issuer.key === countyKey ? department : issuer);
  const listHolders = (unit: SampleUnit, day: PlainDate): SampleHolding[] =>
    (byUnit.get(unit.id) ?? [])
      .filter(({ heldFrom, heldTo }) => heldFrom <= day && (heldTo === null || heldTo >= day))
      .toSorted((a, b) => a.post.ordinal - b.post.ordinal);
  const findByKind = (unit: SampleUnit, day: PlainDate, kinds: readonly PostKind[]) => {
    const holders = listHolders(unit, day);
    return kinds.flatMap((kind) => holders.filter(({ post }) => post.kind === kind))[0] ?? holders[0];
  };
  return {
    listHolders,
    getDrafter,
    findOwner: (unit, role, day) => {
      const holders = listHolders(unit, day);
      return holders.find(({ post }) => post.role === role) ?? holders[0];
    },
    findDoer: (unit, day) => findByKind(unit, day, doing),
    listJudges: (issuer, day) =>
      listHolders(getDrafter(issuer), day).filter(({ post }) => judging.includes(post.kind)),
    findSigner: (issuer, day) => findByKind(getDrafter(issuer), day, signing),
  };
}
