import { describe, expect, test } from "vitest";
import { distanceInWords, writeDay, writeMoment } from "./dates.tsx";

describe("日期的写法", () => {
  test.each([
    ["2026-11-20", "2026年11月20日"],
    ["2026-11-20T16:30:00.000Z", "2026年11月20日"],
    ["待定", "待定"],
    [null, ""],
  ])("%s 写作 %s", (day, text) => {
    expect(writeDay(day)).toBe(text);
  });

  test("时刻按中国时间写，与本机所在时区无关", () => {
    expect(writeMoment("2026-11-20T16:30:00.000Z")).toBe("2026年11月21日 00:30");
  });

  test.each([
    ["2026-11-20", "今天到期"],
    ["2026-11-23", "还有3天"],
    ["2026-11-18", "已过2天"],
  ])("今天是2026年11月20日，%s %s", (day, text) => {
    expect(distanceInWords(day, "2026-11-20")).toBe(text);
  });
});
