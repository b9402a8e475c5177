/**
 * Characters that Word keeps as places in a symbol font; only those that officials meet, above all
 * the ① – ⑩ of Wingdings. The fonts put a character at F000 plus its place.
 */
const symbolsByFont: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    108: "●",
    110: "■",
    111: "□",
    113: "□",
    117: "◆",
    118: "❖",
    168: "□",
    171: "★",
    216: "➢",
    224: "→",
    252: "√",
    251: "×",
    253: "☒",
    254: "☑",
    ...Object.fromEntries([..."①②③④⑤⑥⑦⑧⑨⑩"].map((sign, index) => [129 + index, sign])),
    ...Object.fromEntries([..."❶❷❸❹❺❻❼❽❾❿"].map((sign, index) => [140 + index, sign])),
  },
  "wingdings 2": {
    80: "√",
    79: "×",
    82: "☑",
    83: "☒",
    84: "☒",
    163: "□",
    ...Object.fromEntries([..."①②③④⑤⑥⑦⑧⑨⑩"].map((sign, index) => [106 + index, sign])),
    ...Object.fromEntries([..."❶❷❸❹❺❻❼❽❾❿"].map((sign, index) => [117 + index, sign])),
  },
  symbol: { 163: "≤", 174: "→", 177: "±", 179: "≥", 180: "×", 183: "•", 184: "÷", 185: "≠", 187: "≈" },
};

/** A place holder where the sign is not known: something stood here. */
const unknownSign = "□";

export function readSymbol(font: string, hexadecimal: string): string {
  const code = Number.parseInt(hexadecimal, 16);
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff) return "";
  const signs = symbolsByFont[font.toLowerCase()];
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  if (signs) return signs[isPrivate ? code - 0xf000 : code] ?? unknownSign;
  return isPrivate ? unknownSign : String.fromCharCode(code);
}
