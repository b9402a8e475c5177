import type { UnitKind } from "#rooms/organizations/core/index.ts";

/** How a salutation calls all units of a kind, in the order in which they stand in it. */
export const circleNames = {
  township: "各乡镇党委",
  subdistrict: "各街道党工委",
  department: "县委各部门",
  workingCommittee: "县直各党工委",
  systemCommittee: "各系统党委",
} as const satisfies Partial<Record<UnitKind, string>>;

export type CircleKind = keyof typeof circleNames;
export const circleKinds = Object.keys(circleNames) as readonly CircleKind[];

/** What people write in a bulletin; the numbers are none of their business (compose-bulletin.ts). */
export interface BulletinText {
  readonly title: string;
  /** 发送范围: the kinds of unit that receive it. */
  readonly circleKinds: readonly CircleKind[];
  readonly goodPractice: string;
  readonly nextSteps: string;
  /** 抄送; empty for none. */
  readonly copyTo: string;
  /** 机关代字, e.g. 清组通. */
  readonly numberPrefix: string;
}

/** "各乡镇党委、各街道党工委，县委各部门": territory first, then the county's own bodies. */
export function nameCircle(kinds: readonly CircleKind[]): string {
  const territorial = (["township", "subdistrict"] as const).filter((kind) => kinds.includes(kind));
  const others = circleKinds.filter(
    (kind) => kinds.includes(kind) && !territorial.some((one) => one === kind),
  );
  return [territorial, others]
    .filter((group) => group.length > 0)
    .map((group) => group.map((kind) => circleNames[kind]).join("、"))
    .join("，");
}

/** What is still to be written before another person can check it, in the words of the form. */
export function findMissing(text: BulletinText): readonly string[] {
  return [
    ...(text.title.trim() ? [] : ["标题"]),
    ...(nameCircle(text.circleKinds) ? [] : ["发送范围"]),
    ...(text.nextSteps.trim() ? [] : ["下步要求"]),
    ...(text.numberPrefix.trim() ? [] : ["机关代字"]),
  ];
}

/**
 * 清 + 组 + 通: first character of the county, of the department, and 通 for 通报. A county that writes its series
 * otherwise changes it in the draft; the next draft takes it over.
 */
export function proposeNumberPrefix(countyName: string, drafterName: string): string {
  const county = countyName.replace(/^中共/, "").slice(0, 1);
  const department = /县委(?!办公室)(.)/.exec(drafterName)?.[1] ?? "委";
  return `${county}${department}通`;
}

/** 清组通〔2026〕6号: no padding, no 第. Source: domain.md §6 (GB/T 9704-2012 发文字号). */
export const writeDocumentNumber = (prefix: string, year: number, serial: number): string =>
  `${prefix}〔${year}〕${serial}号`;

/** A first text, so that a draft is whole from the start; the drafter makes it his own. */
export function proposeText(facts: {
  readonly periodName: string;
  readonly groupName: string;
  readonly circleKinds: readonly CircleKind[];
  readonly numberPrefix: string;
}): BulletinText {
  return {
    title: `关于${facts.periodName}${facts.groupName}党建重点任务落实情况的通报`,
    circleKinds: facts.circleKinds,
    goodPractice: "",
    nextSteps: [
      "各单位要对照本通报所列问题逐项核实，明确责任人和完成时限，抓紧办结逾期事项，整改情况报请验收后销号。",
      "对首次报请被退回和办结后重新办理的事项，要查明原因，补齐短板，不得以补材料代替解决问题。",
      "下期考核将先看本期所列问题的整改情况。对结果有异议的，请于收到通报后及时提出，由县委组织部核对记录后答复。",
    ].join("\n"),
    copyTo: "",
    numberPrefix: facts.numberPrefix,
  };
}
