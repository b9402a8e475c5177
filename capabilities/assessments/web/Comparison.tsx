import type { ReactNode } from "react";
import { messages } from "./messages.ts";
import { type Standing, totalInWords, type UnitStanding } from "./scores.ts";

/** With what the table is compared, and the mean of those that are ranked. */
export function Comparison({
  group,
}: {
  group: Pick<Standing, "comparedWith" | "averageTotal" | "scheme" | "rankedCount">;
}): ReactNode {
  if (group.rankedCount === 0) return null;
  const { comparedWith } = group;
  return (
    <p className="soft">
      {messages.averageOf(totalInWords(group.averageTotal, group.scheme.publishedDecimals))}
      {comparedWith
        ? messages.comparedWith(comparedWith.periodName, comparedWith.runId !== null)
        : messages.nothingBefore}
    </p>
  );
}

/** 名次上升2位，总分+1.25（2026年第二季度第5名） */
export function writeChange(unit: UnitStanding, periodName: string): string {
  const decimals = unit.scheme.publishedDecimals;
  return messages.changeOf(periodName, {
    rankBefore: unit.rankBefore,
    places: unit.placesUp,
    points: unit.totalChange === null ? null : totalInWords(Math.abs(unit.totalChange), decimals),
    isMore: (unit.totalChange ?? 0) >= 0,
  });
}
