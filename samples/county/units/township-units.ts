import { hamletNames, namesKeptFor, type TownshipName, townshipNames } from "../names/place-names.ts";
import { latinOf } from "../pinyin.ts";
import { openRandom, type Random } from "../random.ts";
import { countyKey, countyName } from "./county-units.ts";
import type { UnitSeed } from "./unit-seed.ts";

export interface TownshipPlan {
  readonly township: TownshipName;
  readonly villageCount: number;
  readonly communityCount: number;
}

/** In the whole county a rural township has 13 to 19 villages and a subdistrict 7 to 10 communities. */
export const planTownships = (random: Random): TownshipPlan[] =>
  townshipNames.map((township) => {
    const isUrban = township.kind === "subdistrict";
    return {
      township,
      villageCount: isUrban ? 0 : random.integer(13, 19),
      communityCount: isUrban ? random.integer(7, 10) : random.integer(0, 2),
    };
  });

/** A township with its own branches, its villages and communities and their branches. */
export function listTownshipSeeds(
  seed: string,
  { township, villageCount, communityCount }: TownshipPlan,
): UnitSeed[] {
  const names = namesKeptFor(township);
  const villages = names.villages.slice(0, villageCount);
  const communities = names.communities.slice(0, communityCount);
  return [
    townshipSeed(township),
    ...ownBranches(township),
    ...communities.flatMap((name) => listVillageSeeds(seed, township, { name, kind: "community" })),
    ...villages.flatMap((name) => listVillageSeeds(seed, township, { name, kind: "village" })),
  ];
}

const townshipSeed = ({ key, name, kind }: TownshipName): UnitSeed => ({
  key,
  parentKey: countyKey,
  kind,
  sector: kind === "township" ? "rural" : "urban",
  name,
  fullName: `中共${countyName}${name}${kind === "township" ? "委员会" : "工作委员会"}`,
  ownMembers: 0,
});

const ownBranches = ({ key, name, kind }: TownshipName): UnitSeed[] =>
  (
    [
      ["jiguan", "机关党支部", 38],
      ["tuixiu", "退休干部党支部", 24],
    ] as const
  ).map(([stem, title, ownMembers]) => ({
    key: `${key}.${stem}`,
    parentKey: key,
    kind: "partyBranch",
    sector: kind === "township" ? "rural" : "urban",
    name: `${name}${title}`,
    fullName: `中共${countyName}${name}${title.replace("党支部", "支部委员会")}`,
    ownMembers,
  }));

const blockNames = [..."一二三四五"].map((ordinal) => `第${ordinal}`);

interface VillageName {
  readonly name: string;
  readonly kind: "village" | "community";
}

/** A village of one branch is that branch; from two on it is a general branch, from five on a committee. */
function listVillageSeeds(seed: string, township: TownshipName, { name, kind }: VillageName): UnitSeed[] {
  const key = `${township.key}.${latinOf(name)}`;
  const random = openRandom(`${seed}/${key}`);
  const branchCount = random.pick([1, 2, 2, 3, 3, 4, 4, 5]);
  const title = `${name}${kind === "village" ? "村" : "社区"}`;
  const form = branchCount >= 5 ? "委员会" : branchCount >= 2 ? "总支部委员会" : "支部委员会";
  const sector = kind === "village" ? "rural" : "urban";
  const village: UnitSeed = {
    key,
    parentKey: township.key,
    kind,
    sector,
    name: title,
    fullName: `中共${countyName}${township.name}${title}${form}`,
    ownMembers: branchCount === 1 ? random.integer(22, 48) : 0,
  };
  if (branchCount === 1) return [village];
  const hamlets = kind === "village" ? random.shuffle(hamletNames) : blockNames;
  return [
    village,
    ...hamlets.slice(0, branchCount).map((name) => branchSeed(village, name, random.integer(11, 36))),
  ];
}

const branchSeed = (village: UnitSeed, hamlet: string, ownMembers: number): UnitSeed => ({
  key: `${village.key}.${latinOf(hamlet)}`,
  parentKey: village.key,
  kind: "partyBranch",
  sector: village.sector,
  name: `${village.name}${hamlet}党支部`,
  fullName: `${village.fullName.replace(/(总支部)?(支部)?委员会$/, "")}${hamlet}支部委员会`,
  ownMembers,
});
