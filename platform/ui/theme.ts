import type { ThemeConfig } from "antd";

/** How large and on what ground a person reads; chosen by him and kept in his browser. */
export interface Appearance {
  readonly isDark: boolean;
  readonly isLarge: boolean;
}

/** Every colour once: antd and our own style sheets both take it from here. Contrast on its ground ≥ 4.5. */
interface Palette {
  readonly brand: string;
  readonly brandInk: string;
  readonly link: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly ground: string;
  readonly surface: string;
  readonly surfaceSoft: string;
  readonly line: string;
  readonly lineSoft: string;
  readonly green: string;
  readonly amber: string;
  readonly red: string;
  readonly grey: string;
  readonly blue: string;
}

const light: Palette = {
  brand: "#c8102e",
  brandInk: "#ffffff",
  link: "#0b57a4",
  ink: "#1f2328",
  inkSoft: "#596069",
  ground: "#f4f5f6",
  surface: "#ffffff",
  surfaceSoft: "#f7f8f9",
  line: "#c9cdd3",
  lineSoft: "#e4e6ea",
  green: "#1a7f37",
  amber: "#8f5a00",
  red: "#b42318",
  grey: "#626a73",
  blue: "#0b57a4",
};

const dark: Palette = {
  brand: "#a50d26",
  brandInk: "#ffffff",
  link: "#7cb7ff",
  ink: "#e8eaed",
  inkSoft: "#a9b0b8",
  ground: "#15171a",
  surface: "#1e2125",
  surfaceSoft: "#24282d",
  line: "#4a5058",
  lineSoft: "#343a41",
  green: "#57c878",
  amber: "#e3b04b",
  red: "#ff8d83",
  grey: "#a0a8b1",
  blue: "#7cb7ff",
};

const fontStack =
  '"Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif';

export const paletteOf = (appearance: Appearance): Palette => (appearance.isDark ? dark : light);

export const fontSizeOf = (appearance: Appearance, isPhone: boolean): number =>
  appearance.isLarge ? 18 : isPhone ? 16 : 14;

const variableNames: Readonly<Record<keyof Palette, string>> = {
  brand: "--brand",
  brandInk: "--brand-ink",
  link: "--link",
  ink: "--ink",
  inkSoft: "--ink-soft",
  ground: "--ground",
  surface: "--surface",
  surfaceSoft: "--surface-soft",
  line: "--line",
  lineSoft: "--line-soft",
  green: "--green",
  amber: "--amber",
  red: "--red",
  grey: "--grey",
  blue: "--blue",
};

/** The style sheets' variables, for the root element. */
export function cssVariablesOf(appearance: Appearance, isPhone: boolean): ReadonlyMap<string, string> {
  const palette = paletteOf(appearance);
  const colours = Object.entries(variableNames).map(
    ([key, name]) => [name, palette[key as keyof Palette]] as const,
  );
  return new Map([
    ...colours,
    ["--font", fontStack],
    ["--font-size", `${fontSizeOf(appearance, isPhone)}px`],
  ]);
}

/** The same values as antd tokens. */
export function antdThemeOf(appearance: Appearance, isPhone: boolean): ThemeConfig {
  const palette = paletteOf(appearance);
  const isRoomy = appearance.isLarge || isPhone;
  return {
    cssVar: { key: "panshi" },
    hashed: false,
    token: {
      colorPrimary: appearance.isDark ? "#d8324a" : palette.brand,
      colorLink: palette.link,
      colorInfo: palette.link,
      colorSuccess: palette.green,
      colorWarning: palette.amber,
      colorError: palette.red,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkSoft,
      colorTextPlaceholder: palette.inkSoft,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette.line,
      colorBorderSecondary: palette.lineSoft,
      fontFamily: fontStack,
      fontSize: fontSizeOf(appearance, isPhone),
      borderRadius: 4,
      controlHeight: isRoomy ? 40 : 32,
      sizeUnit: 4,
      boxShadow: "none",
      motionDurationMid: "0.1s",
      motionDurationSlow: "0.15s",
    },
    components: { Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" } },
  };
}
