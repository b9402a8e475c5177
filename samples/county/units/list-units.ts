import { townshipNames } from "../names/place-names.ts";
import { openRandom } from "../random.ts";
import { listCountySeeds } from "./county-units.ts";
import { listSectorSeeds, listTownshipSystemSeeds, type SectorSizes } from "./sector-units.ts";
import { listTownshipSeeds, planTownships, type TownshipPlan } from "./township-units.ts";
import { type SampleUnit, settleUnits } from "./unit-seed.ts";

/** "demo": some 1,500 units, as a typical county has. "small": the same people and places, cut short for tests. */
export type CountySize = "demo" | "small";

interface CountyPlan {
  readonly departments: number;
  readonly townships: readonly TownshipPlan[];
  readonly enterprisesPerTownship: readonly [number, number];
  readonly sectors: SectorSizes;
}

const small: CountyPlan = {
  departments: 2,
  townships: townshipNames
    .filter(({ key }) => key === "linshui" || key === "liushu" || key === "shiqiao")
    .map((township) => ({
      township,
      villageCount: { liushu: 3, shiqiao: 1 }[township.key] ?? 0,
      communityCount: township.kind === "township" ? 0 : 1,
    })),
  enterprisesPerTownship: [1, 1],
  sectors: {
    organs: 1,
    countySchools: 1,
    countyHospitals: 1,
    stateEnterprises: 1,
    zoneEnterprises: 1,
    associations: 1,
  },
};

const planDemo = (seed: string): CountyPlan => ({
  departments: 11,
  townships: planTownships(openRandom(`${seed}/townships`)),
  enterprisesPerTownship: [8, 13],
  sectors: {
    organs: 50,
    countySchools: 6,
    countyHospitals: 4,
    stateEnterprises: 10,
    zoneEnterprises: 28,
    associations: 24,
  },
});

export function listUnits(areaCode: string, seed: string, size: CountySize): SampleUnit[] {
  const plan = size === "small" ? small : planDemo(seed);
  const county = listCountySeeds(plan.departments);
  const townships = plan.townships.flatMap((township) => {
    const count = openRandom(`${seed}/${township.township.key}/enterprises`).integer(
      ...plan.enterprisesPerTownship,
    );
    return [...listTownshipSeeds(seed, township), ...listTownshipSystemSeeds(seed, township.township, count)];
  });
  return settleUnits(areaCode, [...county, ...townships, ...listSectorSeeds(seed, plan.sectors)]);
}
