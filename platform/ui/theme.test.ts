import { describe, expect, test } from "vitest";
import { antdThemeOf, cssVariablesOf, fontSizeOf, paletteOf } from "./theme.ts";

/** Source: WCAG 2.1, 1.4.3 contrast (minimum). */
function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each([
  ["浅色", { isDark: false, isLarge: false }],
  ["深色", { isDark: true, isLarge: false }],
])("%s界面上的字都看得清（对比度不低于4.5）", (_name, appearance) => {
  const palette = paletteOf(appearance);
  const inks = ["ink", "inkSoft", "link", "green", "amber", "red", "grey", "blue"] as const;
  const grounds = ["ground", "surface", "surfaceSoft"] as const;

  test.each(inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)))(
    "%s 在 %s 上",
    (ink, ground) => {
      expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("品牌色条上的字", () => {
    expect(contrast(palette.brandInk, palette.brand)).toBeGreaterThanOrEqual(4.5);
  });

  test("主按钮上的字", () => {
    expect(
      contrast("#ffffff", antdThemeOf(appearance, false).token?.colorPrimary ?? ""),
    ).toBeGreaterThanOrEqual(4.5);
  });
});

test.each([
  ["电脑", false, false, 14],
  ["手机", false, true, 16],
  ["大字", true, false, 18],
  ["手机大字", true, true, 18],
])("%s字号", (_name, isLarge, isPhone, size) => {
  expect(fontSizeOf({ isDark: false, isLarge }, isPhone)).toBe(size);
  expect(cssVariablesOf({ isDark: false, isLarge }, isPhone).get("--font-size")).toBe(`${size}px`);
});
