import { townshipNames } from "../names/place-names.ts";
import { openRandom } from "../random.ts";
import type { SampleUnit } from "../units/unit-seed.ts";

/** From almost nothing to very much, uneven, so that ranks spread out; the first two go almost alike. */
const townshipLadder = [
  0.01, 0.01, 0.05, 0.09, 0.12, 0.16, 0.2, 0.24, 0.28, 0.33, 0.38, 0.44, 0.5, 0.58, 0.66,
];

/** How careless a unit is, 0 to 1: a village takes after its township, everybody else after himself. */
export function carelessnessOf(seed: string, unit: SampleUnit): number {
  const [townshipKey] = unit.key.split(".");
  const order = openRandom(`${seed}/diligence`).shuffle(townshipNames.map(({ key }) => key));
  const place = order.indexOf(townshipKey ?? "");
  const own = openRandom(`${seed}/diligence/${unit.key}`).next();
  if (place < 0) return own * 0.45;
  const ofTownship = townshipLadder[place] ?? 0.3;
  return unit.key === townshipKey ? ofTownship : Math.min(0.8, ofTownship * 0.6 + own * 0.22);
}
