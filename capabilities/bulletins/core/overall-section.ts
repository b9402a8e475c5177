import { divideHalfUp, roundTotal, writeTotal } from "#platform/kernel/score.ts";
import {
  compareWithBefore,
  findBand,
  namePeriod,
  type SchemeInForce,
} from "#rooms/assessments/core/index.ts";
import type { AnnouncedRun } from "./announced-run.ts";
import { type BulletinBlock, paragraph } from "./bulletin-document.ts";

/** A unit with a place in the ranking and its total as published. */
export interface PlacedUnit {
  readonly unitId: string;
  readonly name: string;
  readonly rank: number;
  readonly total: number;
  readonly gapToFirst: number;
}

/** By rank, equal ranks in the order of the tree. */
export const listPlaced = ({ scores, nameOf, inForce }: AnnouncedRun): readonly PlacedUnit[] =>
  scores
    .flatMap(({ unitId, rank, total, gapToFirst }) =>
      rank === null || total === null || gapToFirst === null
        ? []
        : [
            {
              unitId,
              name: nameOf.get(unitId) ?? "",
              rank,
              total: roundTotal(total, inForce.scheme.publishedDecimals),
              gapToFirst,
            },
          ],
    )
    .sort((a, b) => a.rank - b.rank);

export function describeOverall(run: AnnouncedRun): readonly BulletinBlock[] {
  const placed = listPlaced(run);
  if (placed.length === 0) return [paragraph("考核期内没有可统计的事项，本期不排名。")];
  return [
    paragraph(describeLevels(run, placed)),
    paragraph(describeEnds(run, placed)),
    ...describeMovement(run, placed),
    rankTable(run, placed),
  ];
}

function describeLevels({ scores, inForce }: AnnouncedRun, placed: readonly PlacedUnit[]): string {
  const decimals = inForce.scheme.publishedDecimals;
  const mean = divideHalfUp(
    placed.reduce((sum, { total }) => sum + total, 0),
    placed.length,
  );
  const unranked = scores.length - placed.length;
  const absent = unranked === 0 ? "" : `，另有${unranked}个没有可统计的事项，不参加排名`;
  return (
    `参加排名的${placed.length}个${absent}。平均得分${writeTotal(mean, decimals)}分，` +
    `最高${writeTotal(placed[0]?.total ?? 0, decimals)}分，最低${writeTotal(placed.at(-1)?.total ?? 0, decimals)}分。` +
    `其中${countBands(inForce, placed)}。`
  );
}

/** Bands in which nobody is are left out. */
function countBands({ scheme }: SchemeInForce, placed: readonly PlacedUnit[]): string {
  return scheme.bands
    .map((band, index) => {
      const above = scheme.bands[index - 1];
      const isBetween = above && index < scheme.bands.length - 1;
      const word = isBetween ? `${band.word}不足${above.atLeast / 10_000}分` : band.word;
      return { word, count: placed.filter(({ total }) => findBand(scheme, total) === band).length };
    })
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${word}的${count}个`)
    .join("，");
}

/** Fewer than this, and naming the last would be naming nearly all. */
const fewestForNamingTheLast = 8;

function describeEnds({ inForce }: AnnouncedRun, placed: readonly PlacedUnit[]): string {
  const decimals = inForce.scheme.publishedDecimals;
  const write = (units: readonly PlacedUnit[]) =>
    units.map(({ name, total }) => `${name}（${writeTotal(total, decimals)}分）`).join("、");
  const front = placed.filter(({ rank }) => rank <= 3);
  const opening = `总分居前的是${write(front)}。`;
  if (placed.length < fewestForNamingTheLast) return opening;
  const border = placed.at(-3)?.rank ?? 0;
  const back = placed.filter(({ rank }) => rank >= border && rank > 3);
  return back.length === 0 || back.length > 6 ? opening : `${opening}总分靠后的是${write(back)}。`;
}

const movementsIn = ({ scores, before, inForce }: AnnouncedRun) =>
  compareWithBefore(scores, before?.scores ?? [], inForce.scheme.publishedDecimals);

/** 争先进位: who won and who lost the most places; nothing when there is no period to compare with. */
function describeMovement(run: AnnouncedRun, placed: readonly PlacedUnit[]): readonly BulletinBlock[] {
  if (run.before === null) return [];
  const movements = movementsIn(run);
  const moved = placed.map(({ unitId, name }) => ({ name, places: movements.get(unitId)?.placesUp ?? 0 }));
  const most = (direction: 1 | -1): string => {
    const furthest = Math.max(...moved.map(({ places }) => places * direction));
    const names = moved.filter(({ places }) => places * direction === furthest).map(({ name }) => name);
    return furthest <= 0 ? "" : `${names.join("、")}${direction > 0 ? "上升" : "下降"}${furthest}位`;
  };
  const ends = [most(1), most(-1)].filter((words) => words !== "");
  const words = ends.length === 0 ? "名次没有变化" : `名次变化最大的是${ends.join("，")}`;
  return [paragraph(`与${namePeriod(run.before.period)}相比，${words}。`)];
}

function rankTable(run: AnnouncedRun, placed: readonly PlacedUnit[]): BulletinBlock {
  const movements = movementsIn(run);
  const write = (total: number): string => writeTotal(total, run.inForce.scheme.publishedDecimals);
  const isCompared = run.before !== null;
  return {
    kind: "table",
    caption: "总分和名次",
    columns: [
      { title: "名次", widthShare: 1 },
      { title: "单位", widthShare: 4 },
      { title: "总分", widthShare: 2 },
      { title: "与第一名差距", widthShare: 2 },
      ...(isCompared ? [{ title: "比上期", widthShare: 2 }] : []),
    ],
    rows: placed.map(({ unitId, rank, name, total, gapToFirst }) => [
      String(rank),
      name,
      write(total),
      write(gapToFirst),
      ...(isCompared ? [writePlaces(movements.get(unitId)?.placesUp ?? null)] : []),
    ]),
  };
}

function writePlaces(placesUp: number | null): string {
  if (placesUp === null) return "—";
  if (placesUp === 0) return "持平";
  return placesUp > 0 ? `升${placesUp}位` : `降${-placesUp}位`;
}
