export type ClassificationMark = "秘密" | "机密" | "绝密";

/** A first page holds 22 lines of 28 characters; drafts are set tighter and open with blank lines. */
const firstPage = { writtenLines: 40, allLines: 120, characters: 1500 };

/** A mark stands alone on its line, or beside an issue number or an urgency; it is never a sentence. */
const maxMarkLength = 48;

const mark = "(绝密|机密|秘密)级?(?:文件|资料|材料|件)?";
const label = "(?:(?:密级|秘密等级|保密等级|涉密等级|密级标志|密级及保密期限|密级和保密期限)[:：]?)?";
const copyNumber = "(?:(?:份号|编号|№|No\\.?)[:：]?)?(?:\\d{3,8})?";
const span = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|个月|月|天|日)";
const endDay = "至?\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?[前止]?";
const term = `(?:保密期限[:：]?)?(?:${span}|${endDay}|长期|永久|(?:启封|启用|解密|公开|公布)前)?`;
const star = "[★☆✩✭⭐*·•.:-]*";
const urgency = "(?:特急|加急|特提|平急|急件)?";
const markLine = new RegExp(
  `^${copyNumber}${urgency}${label}${star}${mark}[)\\]】〕]?${star}\\(?${term}\\)?${star}${urgency}${copyNumber}$`,
);

/** 中共某县委文件 秘密★1年: with its star and term the mark is one wherever it stands on a short line. */
const starredMark =
  /^[^,。，;；:"”]{0,24}(绝密|机密|秘密)[★☆✩✭⭐](?:\d{1,2}(?:年|个月)|长期|启[封用]前|解密前|\d{4}年)?[^,。，;；"”]{0,12}$/;

/** Fixed-width gaps, joiners and byte order marks that a typist or a converter puts between the characters. */
const gaps = /[\s\u00ad\u180e\u200b-\u200f\u2028\u2029\u2060\u3000\ufeff]+/g;
const brackets = /[【〔[(（「『“"]/g;

/**
 * The state-secret mark on the first page, or null. Only a line that *is* the mark counts (机密★1年, 绝 密,
 * 密级：秘密, 000012 机密): the words within a sentence say nothing about the document itself.
 */
export function findClassificationMark(text: string): ClassificationMark | null {
  const lines = takeFirstPage(text);
  for (const [index, line] of lines.entries()) {
    const found = findMarkIn(line) ?? findMarkIn(joinUpright(lines, index));
    if (found) return found;
  }
  return null;
}

function findMarkIn(line: string): ClassificationMark | null {
  if (line.length > maxMarkLength * 4) return null;
  const whole = readMark(line);
  if (whole) return whole;
  // 机密★1年        特急: several things set on one line, apart from each other.
  const pieces = line.split(/[\t\u3000]|[ \u00a0]{2,}/).filter((piece) => piece.trim() !== "");
  return pieces.length < 2 ? null : (pieces.map(readMark).find((found) => found !== null) ?? null);
}

function readMark(line: string): ClassificationMark | null {
  const compact = line
    .normalize("NFKC")
    .replace(gaps, "")
    .replace(brackets, "")
    .replace(/機/g, "机")
    .replace(/絕/g, "绝")
    .replace(/祕/g, "秘");
  if (compact.length > maxMarkLength) return null;
  const starred = starredMark.exec(compact);
  if (starred) return starred[1] as ClassificationMark;
  return (markLine.exec(compact)?.[1] as ClassificationMark | undefined) ?? null;
}

/** A mark set upright has one character a line. */
function joinUpright(lines: readonly string[], from: number): string {
  const column: string[] = [];
  for (const line of lines.slice(from, from + 8)) {
    const character = line.trim();
    if ([...character].length !== 1) break;
    column.push(character);
  }
  return column.join("");
}

function takeFirstPage(text: string): readonly string[] {
  const lines: string[] = [];
  let characters = 0;
  let at = 0;
  for (let seen = 0; seen < firstPage.allLines && at <= text.length; seen += 1) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length + 1 : end + 1;
    if (line.trim() === "") continue;
    lines.push(line);
    characters += line.length;
    if (lines.length >= firstPage.writtenLines || characters > firstPage.characters) break;
  }
  return lines;
}
