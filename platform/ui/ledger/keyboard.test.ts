import { describe, expect, test } from "vitest";
import { meaningOfKey } from "./keyboard.ts";

const press = (key: string, change: Partial<Parameters<typeof meaningOfKey>[0]> = {}) =>
  meaningOfKey({ key, ctrlKey: false, metaKey: false, altKey: false, isOnRow: true, ...change });

describe("台账键盘", () => {
  test.each([
    ["j", "down"],
    ["ArrowDown", "down"],
    ["k", "up"],
    ["Enter", "open"],
    ["x", "choose"],
    ["a", null],
  ])("%s", (key, meaning) => {
    expect(press(key)).toBe(meaning);
  });

  test.each([
    ["ArrowUp", "moveUp"],
    ["ArrowDown", "moveDown"],
    ["j", null],
  ])("Alt与%s同按，移动这一行", (key, meaning) => {
    expect(press(key, { altKey: true })).toBe(meaning);
  });

  test("与控制键同按时不占用浏览器的快捷键", () => {
    expect(press("k", { ctrlKey: true })).toBeNull();
  });

  test("在行内的链接、按钮或输入框里不占用按键", () => {
    expect(press("Enter", { isOnRow: false })).toBeNull();
  });
});
