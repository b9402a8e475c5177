/** How Word writes a list number, by the names of ST_NumberFormat; unknown formats fall back to plain digits. */
export function writeListNumber(value: number, format: string): string {
  const write = formats[format];
  return value >= 0 && value <= 32_767 && write ? write(value) : String(value);
}

const digits = [..."〇一二三四五六七八九"];
const formalSimplified = [..."零壹贰叁肆伍陆柒捌玖"];
const formalTraditional = [..."零壹貳參肆伍陸柒捌玖"];
const commonUnits = ["", "十", "百", "千"];
const formalUnits = ["", "拾", "佰", "仟"];

type CountingWords = {
  readonly digits: readonly string[];
  readonly units: readonly string[];
  readonly zero: string;
  readonly tenThousand: string;
  /** 十一 rather than 一十一. */
  readonly dropsLeadingOne: boolean;
};

const common: CountingWords = {
  digits,
  units: commonUnits,
  zero: "零",
  tenThousand: "万",
  dropsLeadingOne: true,
};

/** 一百零一, 一千零一十, 一万零五: one zero for any gap, none at the end. */
function count(value: number, words: CountingWords): string {
  if (value === 0) return words.zero;
  if (value >= 10_000) {
    const rest = value % 10_000;
    const head = count(Math.floor(value / 10_000), words) + words.tenThousand;
    if (rest === 0) return head;
    return head + (rest < 1000 ? words.zero : "") + count(rest, { ...words, dropsLeadingOne: false });
  }
  const figures = [...String(value)].map(Number);
  let text = "";
  figures.forEach((figure, index) => {
    const unit = words.units[figures.length - 1 - index] ?? "";
    if (figure !== 0) text += (words.digits[figure] ?? "") + unit;
    else if (figures.slice(index + 1).some((later) => later !== 0) && !text.endsWith(words.zero))
      text += words.zero;
  });
  const isTeen = value >= 10 && value < 20;
  return words.dropsLeadingOne && isTeen ? text.slice(1) : text;
}

const spellDigits = (value: number, zero: string): string =>
  [...String(value)].map((figure) => (figure === "0" ? zero : digits[Number(figure)])).join("");

/** Circles exist for 0–50, the other enclosed kinds for 1–20; beyond, digits. */
function enclose(value: number, first: number, last: number, base: number): string {
  return value >= first && value <= last ? String.fromCodePoint(base + value - first) : String(value);
}

function encloseInCircle(value: number): string {
  if (value === 0) return "⓪";
  if (value <= 20) return enclose(value, 1, 20, 0x2460);
  return value <= 35 ? enclose(value, 21, 35, 0x3251) : enclose(value, 36, 50, 0x32b1);
}

/** Word repeats the letter after the last: 27 is aa. */
const writeLetter = (value: number, alphabet: string): string =>
  value < 1 ? "" : (alphabet[(value - 1) % alphabet.length] ?? "").repeat(Math.ceil(value / alphabet.length));

const takeTurn = (value: number, words: string): string =>
  value < 1 ? "" : ([...words][(value - 1) % words.length] ?? "");

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function writeRoman(value: number): string {
  let rest = value;
  let text = "";
  for (const [step, letters] of romanSteps) {
    text += letters.repeat(Math.floor(rest / step));
    rest %= step;
  }
  return text;
}

const lowerAlphabet = "abcdefghijklmnopqrstuvwxyz";
const toFullWidth = (value: number): string =>
  String(value).replace(/\d/g, (figure) => String.fromCodePoint(0xff10 + Number(figure)));
const countCommon = (value: number): string => count(value, common);
/** Word's "chineseCounting" counts as words up to 99 and spells the digits beyond. */
const countShort = (value: number): string => (value < 100 ? countCommon(value) : spellDigits(value, "○"));
const countJapanese = (value: number): string =>
  value === 0 ? "〇" : count(value, { ...common, zero: "" }).replace(/^一(?=[百千])/, "");

const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => "",
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: toFullWidth,
  decimalFullWidth2: toFullWidth,
  numberInDash: (value) => `- ${value} -`,
  upperLetter: (value) => writeLetter(value, lowerAlphabet.toUpperCase()),
  lowerLetter: (value) => writeLetter(value, lowerAlphabet),
  upperRoman: writeRoman,
  lowerRoman: (value) => writeRoman(value).toLowerCase(),
  chineseCounting: countShort,
  chineseCountingThousand: countCommon,
  taiwaneseCounting: countShort,
  taiwaneseCountingThousand: countCommon,
  japaneseCounting: countJapanese,
  koreanCounting: countCommon,
  ideographDigital: (value) => spellDigits(value, "〇"),
  japaneseDigitalTenThousand: (value) => spellDigits(value, "〇"),
  taiwaneseDigital: (value) => spellDigits(value, "○"),
  chineseLegalSimplified: (value) =>
    count(value, { ...common, digits: formalSimplified, units: formalUnits, dropsLeadingOne: false }),
  ideographLegalTraditional: (value) =>
    count(value, { ...common, digits: formalTraditional, units: formalUnits, dropsLeadingOne: false }),
  ideographTraditional: (value) => takeTurn(value, "甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: (value) => takeTurn(value, "子丑寅卯辰巳午未申酉戌亥"),
  decimalEnclosedCircle: encloseInCircle,
  decimalEnclosedCircleChinese: encloseInCircle,
  decimalEnclosedFullstop: (value) => enclose(value, 1, 20, 0x2488),
  decimalEnclosedParen: (value) => enclose(value, 1, 20, 0x2474),
  ideographEnclosedCircle: (value) => enclose(value, 1, 10, 0x3280),
};
