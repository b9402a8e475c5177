import type { Sector, UnitKind } from "#rooms/organizations/core/index.ts";
import {
  associations,
  brands,
  countyHospitals,
  countySchools,
  organs,
  stateEnterprises,
  trades,
} from "../names/county-bodies.ts";
import type { TownshipName } from "../names/place-names.ts";
import { latinOf } from "../pinyin.ts";
import { openRandom, type Random } from "../random.ts";
import {
  countyName,
  developmentZoneKey,
  educationKey,
  healthKey,
  newOrganizationCommitteeKey,
  organCommitteeKey,
  stateAssetsKey,
} from "./county-units.ts";
import type { UnitSeed } from "./unit-seed.ts";

/** How many of each there are; the small county keeps the first of each list. */
export interface SectorSizes {
  readonly organs: number;
  readonly countySchools: number;
  readonly countyHospitals: number;
  readonly stateEnterprises: number;
  readonly zoneEnterprises: number;
  readonly associations: number;
}

interface Body {
  readonly parentKey: string;
  readonly kind: UnitKind;
  readonly sector: Sector;
  /** From how many to how many branches below it; a body of one branch is that branch. */
  readonly branches: readonly [number, number];
}

const organBody: Body = { parentKey: organCommitteeKey, kind: "organ", sector: "organ", branches: [1, 4] };
const schoolBody: Body = { parentKey: educationKey, kind: "school", sector: "school", branches: [2, 4] };
const hospitalBody: Body = { parentKey: healthKey, kind: "hospital", sector: "hospital", branches: [2, 6] };
const stateBody: Body = {
  parentKey: stateAssetsKey,
  kind: "stateEnterprise",
  sector: "stateEnterprise",
  branches: [1, 3],
};

export function listSectorSeeds(seed: string, sizes: SectorSizes): UnitSeed[] {
  const list = (bodies: readonly (readonly [string, string])[], body: Body): UnitSeed[] =>
    bodies.flatMap(([stem, name]) => listBodySeeds(openRandom(`${seed}/${stem}`), stem, name, body));
  return [
    ...list(organs.slice(0, sizes.organs), organBody),
    ...list(countySchools.slice(0, sizes.countySchools), schoolBody),
    ...list(countyHospitals.slice(0, sizes.countyHospitals), hospitalBody),
    ...list(stateEnterprises.slice(0, sizes.stateEnterprises), stateBody),
    ...enterprisesOf(openRandom(`${seed}/zone`), developmentZoneKey, "开发区", sizes.zoneEnterprises),
    ...associations.slice(0, sizes.associations).map(associationSeed),
  ];
}

const ordinals = "一二三四五六七八九";

function listBodySeeds(random: Random, stem: string, name: string, body: Body): UnitSeed[] {
  const key = `${body.parentKey}.${stem}`;
  const count = random.integer(...body.branches);
  const { parentKey, kind, sector } = body;
  const form = count >= 4 ? "委员会" : count >= 2 ? "总支部委员会" : "支部委员会";
  const whole: UnitSeed = {
    key,
    parentKey,
    kind,
    sector,
    name,
    fullName: `中共${name.replace("县", countyName)}${form}`,
    ownMembers: count === 1 ? random.integer(12, 42) : 0,
  };
  const branches = [...ordinals].slice(0, count === 1 ? 0 : count).map(
    (ordinal, index): UnitSeed => ({
      key: `${key}.${index + 1}`,
      parentKey: key,
      kind: "partyBranch",
      sector,
      name: `${name}第${ordinal}党支部`,
      fullName: `中共${name.replace("县", countyName)}第${ordinal}支部委员会`,
      ownMembers: random.integer(13, 44),
    }),
  );
  return [whole, ...branches];
}

/** What stands in a township but belongs to a system as well: two schools, a hospital, enterprises. */
export function listTownshipSystemSeeds(
  seed: string,
  township: TownshipName,
  enterprises: number,
): UnitSeed[] {
  const random = openRandom(`${seed}/${township.key}/systems`);
  const short = township.name.replace(/街道$/, "").replace(/[镇乡]$/, "");
  const inTownship = { parentKey: township.key, kind: "school", sector: "school" } as const;
  const bodies: UnitSeed[] = [
    {
      ...inTownship,
      ...named(township, "zhongxue", `${short}中学`),
      systemParentKey: educationKey,
      ownMembers: random.integer(15, 46),
    },
    {
      ...inTownship,
      ...named(township, "xiaoxue", `${short}中心小学`),
      systemParentKey: educationKey,
      ownMembers: random.integer(14, 40),
    },
    {
      ...named(
        township,
        "weishengyuan",
        township.kind === "township" ? `${short}卫生院` : `${short}社区卫生服务中心`,
      ),
      parentKey: township.key,
      systemParentKey: healthKey,
      kind: "hospital",
      sector: "hospital",
      ownMembers: random.integer(9, 24),
    },
  ];
  return [...bodies, ...enterprisesOf(random, township.key, short, enterprises)];
}

const named = (township: TownshipName, stem: string, name: string) => ({
  key: `${township.key}.${stem}`,
  name,
  fullName: `中共${countyName}${name}支部委员会`,
});

function enterprisesOf(random: Random, parentKey: string, place: string, count: number): UnitSeed[] {
  return random
    .shuffle(brands)
    .slice(0, count)
    .map((brand) => {
      const name = `${place}${brand}${random.pick(trades)}公司`;
      return {
        key: `${parentKey}.${latinOf(brand)}`,
        parentKey,
        systemParentKey: newOrganizationCommitteeKey,
        kind: "enterprise",
        sector: "newOrganization",
        name,
        fullName: `中共${name}支部委员会`,
        ownMembers: random.integer(3, 14),
      };
    });
}

const associationSeed = (association: string, index: number): UnitSeed => ({
  key: `${newOrganizationCommitteeKey}.${index + 1}`,
  parentKey: newOrganizationCommitteeKey,
  kind: "socialOrganization",
  sector: "newOrganization",
  name: `县${association}党支部`,
  fullName: `中共${countyName}${association}支部委员会`,
  ownMembers: 3 + ((index * 5) % 13),
});
