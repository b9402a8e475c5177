import { describe, expect, test } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { checkEvidence, type EvidenceClaim } from "./evidence.ts";

const claim = (facts: Partial<EvidenceClaim>): EvidenceClaim => ({
  kind: "file",
  title: "会议记录",
  happenedOn: plainDate("2026-03-01"),
  sizeBytes: 10,
  ...facts,
});

describe("佐证能否入账", () => {
  test.each<[string, EvidenceClaim, string | null]>([
    ["当天发生的可以", claim({ happenedOn: plainDate("2026-03-05") }), null],
    ["过去发生的可以（标为补录，不禁止）", claim({ happenedOn: plainDate("2024-01-01") }), null],
    ["发生日期在将来的不可以", claim({ happenedOn: plainDate("2026-03-06") }), "evidence-in-future"],
    ["零字节文件不可以", claim({ sizeBytes: 0 }), "file-empty"],
    ["说明没有文件大小，可以", claim({ kind: "note", sizeBytes: null }), null],
  ])("%s", (_name, each, code) => {
    const checked = checkEvidence(each, plainDate("2026-03-05"));
    expect(checked.ok ? null : checked.problem.code).toBe(code);
  });
});
