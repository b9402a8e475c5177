/**
 * Typefaces are named, never shipped: the GB2312 faces and 小标宋 belong to their makers. A computer without them
 * takes the substitute, which every Chinese Windows, WPS or UOS has.
 */
export const typefaces = {
  body: { name: "仿宋_GB2312", substitute: "仿宋" },
  firstHeading: { name: "黑体", substitute: "SimHei" },
  secondHeading: { name: "楷体_GB2312", substitute: "楷体" },
  title: { name: "方正小标宋简体", substitute: "华文中宋" },
  pageNumber: { name: "宋体", substitute: "SimSun" },
} as const;

export type Typeface = keyof typeof typefaces;

/** The hint makes quotation marks and dashes Chinese, which otherwise come out at half width. */
export function nameFonts(face: Typeface) {
  const { name } = typefaces[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" };
}

export function writeFontTable(): string {
  const fonts = Object.values(typefaces).map(
    ({ name, substitute }) =>
      `<w:font w:name="${name}"><w:altName w:val="${substitute}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`;
}
