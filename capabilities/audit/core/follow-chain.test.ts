import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AuditRecord, firstDigest, sealedText } from "./audit-record.ts";
import { describeFault } from "./fault-words.ts";
import {
  type ChainFault,
  type ChainLink,
  type ChainPosition,
  chainStart,
  followLink,
  isFault,
  isLongBefore,
} from "./follow-chain.ts";

const digest = (text: string): string => hash("sm3", text, "hex");

const record = (number: number, change: Partial<AuditRecord> = {}): AuditRecord => ({
  areaCode: "990121",
  id: `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`,
  at: `2026-11-20T02:00:${String(number).padStart(2, "0")}.000000Z`,
  accountId: null,
  personId: null,
  personName: "某人",
  holdingId: null,
  postKind: "clerk",
  postTitle: "干部",
  unitId: null,
  unitName: "某单位",
  action: "task.accept",
  subjectKind: "task",
  subjectId: "t",
  subjectTitle: null,
  before: null,
  after: '{"status":"closed"}',
  result: "done",
  requestId: "r",
  remoteAddress: "10.0.0.1",
  ...change,
});

/** A sound chain over records, as the sealer writes it. */
function seal(records: readonly AuditRecord[]): ChainLink[] {
  let previous = firstDigest;
  return records.map((each, index) => {
    const place = { sequence: index + 1, sealedAt: "2026-11-20T02:05:00.000000Z" };
    previous = digest(sealedText(previous, place, each));
    return { ...place, recordId: each.id, digest: previous, record: each };
  });
}

function follow(links: readonly ChainLink[], start = chainStart): ChainPosition | ChainFault {
  let position = start;
  for (const [index, link] of links.entries()) {
    const step = followLink(position, link, { digest, next: links[index + 1] ?? null });
    if (isFault(step)) return step;
    position = step;
  }
  return position;
}

const sound = seal([1, 2, 3, 4, 5].map((number) => record(number)));
const at = (index: number): ChainLink => {
  const link = sound[index];
  if (!link) throw new Error("no such link");
  return link;
};
const withLink = (index: number, change: Partial<ChainLink>) =>
  sound.map((link, each) => (each === index ? { ...link, ...change } : link));

describe("顺着链逐条核验", () => {
  test("完好的链走到底", () => {
    expect(follow(sound)).toMatchObject({ sequence: 5, digest: at(4).digest });
  });

  test.each<[string, readonly ChainLink[], Partial<ChainFault>]>([
    [
      "记录被改：后一条仍接着原来的封存",
      withLink(2, { record: record(3, { after: '{"status":"returned"}' }) }),
      { code: "record-changed", sequence: 3, recordId: record(3).id },
    ],
    [
      "封存被改：后一条接不上",
      withLink(2, { digest: "f".repeat(64) }),
      { code: "seal-changed", sequence: 3 },
    ],
    [
      "封存时间被改",
      withLink(1, { sealedAt: "2026-11-20T02:06:00.000000Z" }),
      { code: "record-changed", sequence: 2 },
    ],
    [
      "最后一条被改，分不清改了哪一个",
      withLink(4, { digest: "f".repeat(64) }),
      { code: "link-broken", sequence: 5 },
    ],
    ["记录不见了", withLink(1, { record: null }), { code: "record-missing", sequence: 2 }],
    ["封存不见了", [at(0), at(2)], { code: "seal-missing", sequence: 2 }],
    ["开头不见了", [at(1)], { code: "seal-missing", sequence: 1 }],
    [
      "两条对调",
      [at(0), { ...at(2), sequence: 2 }, { ...at(1), sequence: 3 }, at(3)],
      { code: "link-broken", sequence: 2 },
    ],
  ])("%s", (_name, links, fault) => expect(follow(links)).toMatchObject(fault));

  test.each<[string, string, string | null]>([
    ["十分钟内晚到的是同时在办的别人", "2026-11-20T01:52:00.000000Z", null],
    ["一小时前的是事后补入", "2026-11-20T01:00:00.000000Z", "record-inserted"],
    ["封存之后很久的时间不可能", "2026-11-20T02:16:00.000000Z", "record-inserted"],
  ])("记录的时间与次序：%s", (_name, moment, code) => {
    const step = follow(seal([record(1), record(2, { at: moment })]));
    expect("code" in step ? step.code : null).toBe(code);
  });

  test("任何一个字段、任何一处改动都被发现，且指出的就是那一条", () => {
    const fields = ["personName", "action", "after", "result", "requestId", "at", "subjectId"] as const;
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.constantFrom(...fields),
        fc.string({ minLength: 1 }),
        (index, field, text) => {
          const original = at(index).record;
          if (!original || original[field] === text) return;
          const step = follow(withLink(index, { record: { ...original, [field]: text } }));
          expect(step).toMatchObject({ sequence: index + 1 });
          expect(isFault(step)).toBe(true);
        },
      ),
      { seed: 20261120, numRuns: 300 },
    );
  });

  test("时间相差多久，跨月跨年跨闰日都算得对", () => {
    expect(isLongBefore("2024-02-28T23:55:00.000000Z", "2024-03-01T00:00:00.000000Z")).toBe(true);
    expect(isLongBefore("2026-12-31T23:55:00.000000Z", "2027-01-01T00:00:00.000000Z")).toBe(false);
    expect(isLongBefore("2026-01-31T23:49:00.000000Z", "2026-02-01T00:00:00.000000Z")).toBe(true);
    expect(isLongBefore("", "2026-02-01T00:00:00.000000Z")).toBe(true);
  });

  test("一句话说清哪一条、怎么了", () => {
    expect(describeFault({ code: "record-changed", sequence: 3, recordId: "r3" })).toBe(
      "第3条，记录r3：记录在封存之后被改动。",
    );
    expect(describeFault({ code: "head-not-found", sequence: null, recordId: null })).toMatch(
      /^链上没有给出的摘要/,
    );
  });
});
