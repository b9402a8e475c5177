import type { Sector, UnitKind } from "./unit.ts";

/** Every kind but the root of the county, of which there is one (unit_version_one_root). */
export type EstablishedKind = Exclude<UnitKind, "countyCommittee">;

/** 领域 that follows from the kind by itself; null where the surroundings decide. Source: domain.md §3 (七领域). */
const sectorByKind: Partial<Readonly<Record<UnitKind, Sector>>> = {
  village: "rural",
  community: "urban",
  organ: "organ",
  school: "school",
  hospital: "hospital",
  stateEnterprise: "stateEnterprise",
  enterprise: "newOrganization",
  socialOrganization: "newOrganization",
};

export interface Place {
  readonly path: string;
  readonly systemPath: string | null;
}

/** The last steps that are free below the parent, in the territorial tree and in its system's. */
export interface FreeSteps {
  readonly step: number;
  readonly systemStep: number;
}

/** Where a new unit hangs: a committee of a system begins a tree of its own, what stands below one goes on in it. */
export function placeBelow(parent: Place, kind: EstablishedKind, free: FreeSteps): Place {
  const path = `${parent.path}.${free.step}`;
  if (kind === "systemCommittee" || kind === "workingCommittee") return { path, systemPath: path };
  const systemPath = parent.systemPath === null ? null : `${parent.systemPath}.${free.systemStep}`;
  return { path, systemPath };
}

export const sectorOf = (kind: EstablishedKind): Sector | null => sectorByKind[kind] ?? null;
