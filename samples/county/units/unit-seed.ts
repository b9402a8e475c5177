import { searchTextOf } from "#platform/database/index.ts";
import type { Sector, UnitKind } from "#rooms/organizations/core/index.ts";
import { foundingDay, idOf } from "../identifiers.ts";

/** A unit as it is thought of: by key, before the tree gives it its path and code. */
export interface UnitSeed {
  /** Unique; also the stem of the login names of those who hold its posts. */
  readonly key: string;
  readonly parentKey: string | null;
  readonly systemParentKey?: string;
  readonly draftsForKey?: string;
  readonly kind: UnitKind;
  readonly sector: Sector | null;
  readonly name: string;
  readonly fullName: string;
  /** Members of this organization itself, not of those below it. */
  readonly ownMembers: number;
}

export interface SampleUnit extends UnitSeed {
  readonly id: string;
  readonly parentId: string | null;
  readonly systemParentId: string | null;
  readonly draftsForId: string | null;
  readonly path: string;
  readonly systemPath: string | null;
  readonly officialCode: string;
  /** Members of this organization and of all below it, in either tree. */
  readonly memberCount: number;
  readonly searchText: string;
  readonly foundedOn: string;
}

const unitIdOf = (key: string): string => idOf(`unit/${key}`);

const optionalId = (key: string | undefined | null): string | null => (key ? unitIdOf(key) : null);

/** Gives every unit its place in both trees. Parents come before their children, siblings in protocol order. */
export function settleUnits(areaCode: string, seeds: readonly UnitSeed[]): SampleUnit[] {
  const places = placeUnits(seeds);
  const members = countMembers(seeds);
  return seeds.map((seed) => {
    const place = getPlace(places, seed.key);
    return {
      ...seed,
      id: unitIdOf(seed.key),
      parentId: optionalId(seed.parentKey),
      systemParentId: optionalId(seed.systemParentKey),
      draftsForId: optionalId(seed.draftsForKey),
      path: place.path,
      systemPath: place.systemPath,
      officialCode: codeOf(areaCode, place.path),
      memberCount: members.get(seed.key) ?? 0,
      searchText: searchTextOf(seed.name),
      foundedOn: foundingDay,
    };
  });
}

interface UnitPlace {
  readonly path: string;
  readonly systemPath: string | null;
}

function getPlace(places: ReadonlyMap<string, UnitPlace>, key: string): UnitPlace {
  const place = places.get(key);
  if (!place) throw new Error(`no unit with the key ${key}`);
  return place;
}

function placeUnits(seeds: readonly UnitSeed[]): ReadonlyMap<string, UnitPlace> {
  const places = new Map<string, UnitPlace>();
  const counters = new Map<string, number>();
  const nextBelow = (path: string): string => {
    const ordinal = (counters.get(path) ?? 0) + 1;
    counters.set(path, ordinal);
    return `${path}.${ordinal}`;
  };
  for (const seed of seeds) {
    if (places.has(seed.key)) throw new Error(`two units with the key ${seed.key}`);
    if (seed.parentKey === null) {
      places.set(seed.key, { path: "1", systemPath: null });
      continue;
    }
    const parent = getPlace(places, seed.parentKey);
    const path = nextBelow(parent.path);
    const systemParent = seed.systemParentKey ? getPlace(places, seed.systemParentKey) : parent;
    const systemPath = seed.kind === "systemCommittee" || seed.kind === "workingCommittee" ? path : null;
    const below = systemParent.systemPath;
    const inherited = below === null ? null : nextBelow(`${below}|system`).replace("|system", "");
    places.set(seed.key, { path, systemPath: systemPath ?? inherited });
  }
  return places;
}

/** Six digits of the area, then three for each level below the county committee. */
const codeOf = (areaCode: string, path: string): string => {
  const ordinals = path.split(".").slice(1);
  return (
    areaCode +
    ordinals
      .map((ordinal) => ordinal.padStart(3, "0"))
      .join("")
      .padEnd(9, "0")
  );
};

function countMembers(seeds: readonly UnitSeed[]): ReadonlyMap<string, number> {
  const byKey = new Map(seeds.map((seed) => [seed.key, seed]));
  const counts = new Map<string, number>();
  const add = (key: string, members: number): void => void counts.set(key, (counts.get(key) ?? 0) + members);
  for (const seed of seeds) {
    for (let at: UnitSeed | undefined = seed; at; at = byKey.get(at.parentKey ?? "")) {
      add(at.key, seed.ownMembers);
      if (at.systemParentKey) add(at.systemParentKey, seed.ownMembers);
    }
  }
  return counts;
}
