import { type PlainDate, writeDateInChinese } from "#platform/kernel/plain-date.ts";
import { namePeriod } from "#rooms/assessments/core/index.ts";
import type { AnnouncedRun } from "./announced-run.ts";
import { type BulletinBlock, type BulletinDocument, heading, paragraph } from "./bulletin-document.ts";
import { type BulletinText, nameCircle } from "./bulletin-text.ts";
import { describeIndicators, indicatorTables } from "./indicator-section.ts";
import { describeOverall } from "./overall-section.ts";
import { describeProblems, problemTable } from "./problem-section.ts";

export interface Letterhead {
  readonly signatory: string;
  /** Null until it is issued. */
  readonly documentNumber: string | null;
  readonly date: PlainDate;
  readonly notice: string | null;
}

const ordinals = ["一", "二", "三", "四", "五", "六"] as const;

/**
 * The quarterly bulletin: scope and dates, overall, by indicator, good practice, problems by unit, next steps.
 * Every number comes from the run, none from what people wrote. Source: domain.md §5 (季度通报).
 */
export function composeBulletin(
  run: AnnouncedRun,
  text: BulletinText,
  letterhead: Letterhead,
): BulletinDocument {
  const sections = [
    { name: "总体情况", blocks: describeOverall(run) },
    { name: "各项指标情况", blocks: describeIndicators(run) },
    { name: "好的做法", blocks: paragraphsOf(text.goodPractice) },
    { name: "存在问题", blocks: describeProblems(run) },
    { name: "下步要求", blocks: paragraphsOf(text.nextSteps) },
  ].filter(({ blocks }) => blocks.length > 0);
  const problems = problemTable(run);
  return {
    ...(letterhead.notice !== null && { notice: letterhead.notice }),
    issuerMark: `${letterhead.signatory}文件`,
    ...(letterhead.documentNumber !== null && { documentNumber: letterhead.documentNumber }),
    title: text.title.trim(),
    addressees: nameCircle(text.circleKinds),
    blocks: [
      paragraph(describeScope(run)),
      ...sections.flatMap(({ name, blocks }, index) => [
        heading(1, `${ordinals[index] ?? ""}、${name}`),
        ...blocks,
      ]),
    ],
    attachments: [
      { title: "各项指标得分情况表", blocks: indicatorTables(run) },
      ...(problems ? [{ title: "问题台账", blocks: [problems] }] : []),
    ],
    signatory: letterhead.signatory,
    date: letterhead.date,
    ...(text.copyTo.trim() && { copyTo: text.copyTo.trim() }),
    printer: letterhead.signatory,
    printedOn: letterhead.date,
  };
}

function describeScope({ inForce, period, scores }: AnnouncedRun): string {
  const { scheme } = inForce;
  return (
    `根据《${scheme.name}》（第${scheme.version}版），对${scores.length}个${scheme.group.name}` +
    `${namePeriod(period)}党建重点任务落实情况进行了考核，` +
    `办理情况以${writeDateInChinese(period.cutoff)}为截止日。现将有关情况通报如下：`
  );
}

/** One paragraph a line; empty lines are nothing. */
const paragraphsOf = (text: string): readonly BulletinBlock[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(paragraph);
