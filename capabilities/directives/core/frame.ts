import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { findNumberYear, findTitleYear, findWrittenDate, isDateLine } from "./document-date.ts";
import { narrowDigits } from "./enclosures.ts";
import { readMarker } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";
import { findTables, type TableRow } from "./tables.ts";

/** What a line is for: its own words, the document's dressing, or the head of an annexed document. */
export type LineUse = "body" | "frame" | "signature" | "annex" | "row" | "cell";

export type Frame = {
  title: string | null;
  year: number | null;
  date: PlainDate | null;
  uses: LineUse[];
  /** Rows of tables by the index of their first line. */
  rows: Map<number, TableRow>;
};

const titleEnd =
  /(通知|意见|方案|要点|讲话|办法|清单|报告|决定|纪要|计划|总结|通报|规定|细则|安排|提纲|发言|致辞|条例|措施|制度|函|要求|规划|指引|指南|讲稿|材料|分工|分解|任务|台账|预案|规则|准则|章程|守则|纲要|规范|标准|须知|公约|倡议书|责任书|承诺书|批复|请示|公告|通告|公报|主持词|点评|汇报|答复|说明|一览表|分解表|责任表|明细表|计划表|配档表|表)([（(][^（()）]{0,30}[）)])?$/;
const stops = /[。；;，,：:！!？?]$/;
const longestTitle = 60;

export function readFrame(text: string, paragraphs: readonly Paragraph[]): Frame {
  const lines = paragraphs.map(({ start, end }) =>
    end - start > 160 ? null : narrowDigits(oneLine(text.slice(start, end))),
  );
  const uses: LineUse[] = paragraphs.map(() => "body");
  const title = readFront(lines, uses) ?? findRunInTitle(text, paragraphs[0]);
  const rows = findTables(text, paragraphs, uses);
  markSignatures(lines, uses);
  markContents(lines, uses);
  markAnnexes(lines, uses);
  const date = findDate(text, paragraphs, lines, uses);
  return { title, date, year: findYear(title, date, lines), uses, rows };
}

const oneLine = (words: string): string => (words.includes("\n") ? words.replace(/\s*\n\s*/g, "") : words);

/** The title of a page copied into one line: what stands before the first blank. */
function findRunInTitle(text: string, first: Paragraph | undefined): string | null {
  if (!first || first.end - first.start <= 60) return null;
  const head = text.slice(first.start, first.start + longestTitle + 1).split(/\s/)[0] ?? "";
  const isTitle = head.length >= 6 && head.length <= longestTitle && titleEnd.test(head);
  return isTitle && !/[。，；：]/.test(head) ? head : null;
}

/** 2018年12月29日第十三届…第七次会议修正: how a rule came about. */
const enactment =
  /^[（(]?[12二][^，。]{1,16}日.{0,60}(通过|修订|修正|公布|发布|施行|批准|印发)[）)]?$|^(发文|成文)(机关|字号|日期)/;

const dressing =
  /^(秘密|机密|绝密|特急|加急|平急|急件|内部|\d{6}$|签发人|发布人|发布单位|发布日期|发布时间|信息来源|来源[：:]|作者[：:]|索引号|浏览次数|[^。，]{2,40}文件$)|^[^。，]{0,20}[★☆]|^[（(][^（()）。，]{0,12}稿[）)]$/;
const byline =
  /书记|部长|主任|局长|校长|院长|主席|镇长|乡长|县长|同志|组织部|党委$|办公室$|委员会$|领导小组$|来源|作者|发布/;

/** Marks heading lines up to the salutation and joins the title's lines. */
function readFront(lines: readonly (string | null)[], uses: LineUse[]): string | null {
  const title: string[] = [];
  let complete = false;
  for (let index = 0; index < Math.min(lines.length, 25); index++) {
    const line = lines[index];
    if (line === null || line === undefined) break;
    if (isSalutation(line)) {
      uses[index] = "frame";
      break;
    }
    const isDressing =
      dressing.test(line) || enactment.test(line) || findNumberYear(line) !== null || isDateLine(line);
    if (complete && goesOn(line, title)) {
      uses[index] = "frame";
      title.push(line);
      continue;
    }
    const joins: boolean = !complete && !isDressing && isTitleLine(line, title) && index + 1 < lines.length;
    const isByline =
      title.length > 0 &&
      line.length <= 30 &&
      !stops.test(line) &&
      !/[\t|]/.test(line) &&
      !readMarker(line, 0, line.length, true) &&
      (byline.test(line) || isSpeaker(line, lines[index - 1] ?? "", lines[index + 1] ?? ""));
    if (!isDressing && !joins && !isByline) break;
    uses[index] = "frame";
    if (joins) title.push(line);
    const whole = title.join("");
    const isOpen = whole.split("《").length > whole.split("》").length;
    complete = whole !== "" && (complete || !joins || (titleEnd.test(line) && !isOpen));
  }
  return title.length > 0 ? closeUp(title.join("")) : null;
}

/** A title about a 制度 or 工作 that seemed whole may have its kind on the next line: …制度 / …的指导意见. */
function goesOn(line: string, title: readonly string[]): boolean {
  const whole = title.join("");
  return (
    title.length < 3 &&
    /关于|印发/.test(whole) &&
    !strongEnd.test(whole) &&
    line.length <= 40 &&
    strongEnd.test(line) &&
    !stops.test(line) &&
    !/[，。：]/.test(line) &&
    !readMarker(line, 0, line.length, true)
  );
}

const strongEnd =
  /(通知|意见|方案|决定|通报|办法|规定|细则|报告|批复|函|公告|通告|请示|计划|要点)([（(][^（()）]{0,30}[）)])?$/;

/** 实 施 方 案: letters set apart to fill the line are one word. */
const closeUp = (title: string): string =>
  /(?:[\u4e00-\u9fff] ){3}/.test(title)
    ? title.replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, "")
    : title;

/** 王某某 between the title or its date and the salutation. */
const isSpeaker = (line: string, before: string, after: string): boolean =>
  /^[\u4e00-\u9fff×]{2,4}$/.test(line.replace(/\s/g, "")) &&
  (isDateLine(before) || isDateLine(after) || isSalutation(after));

function isTitleLine(line: string, before: readonly string[]): boolean {
  if (line.length > longestTitle || stops.test(line) || before.length > 3 || /[\t|]/.test(line)) return false;
  if (readMarker(line, 0, line.length, true) || /^目\s*录$/.test(line)) return false;
  if (titleEnd.test(line)) return true;
  // A second line that ends like no title is already the body (总体要求).
  if (before.length > 0 && line.length < 8 && !before.join("").includes("《")) return false;
  return !/[要应][^点]|必须|务必|确保|[。；]/.test(line);
}

const addressees =
  /同志|领导|各|党委|党组|党工委|单位|部门|代表|支部|街道|政府|大家|朋友|党员|委员会|[部委局办院校会府司站][：:]$/;
const announces =
  /如下|以下|意见|要求|问题|任务|方面|工作|措施|事项|必须|牵头|责任|[0-9一二三四五六七八九十]、/;

/** 同志们： 各乡镇党委，县直各单位党组（党委）： */
const isSalutation = (line: string): boolean =>
  line.length <= 120 && /[：:]$/.test(line) && addressees.test(line) && !announces.test(line);

const signer =
  /(委|委员会|部|政府|党组|党工委|工委|办公室|办|局|领导小组|小组|支部|总支|学校|中学|小学|医院|会|院|厅|署|公司|集团|中心|站|所|大队|专班|指挥部|党委|支队|银行|协会|（章）|\(章\)|（盖章）)$/;
/** Of a last line without a date only these are believed. */
const undated = /(委|委员会|组织部|宣传部|部|政府|党组|党工委|办公室|领导小组|支部|总支|局)$/;
const closing =
  /^(抄送|抄报|主题词|联系人|联系电话|[（(](此件|本文有删减|联系人|公开方式|信息公开)|公开方式|印发单位|共印)|印发$/;

function markSignatures(lines: readonly (string | null)[], uses: LineUse[]): void {
  lines.forEach((line, index) => {
    if (line === null || uses[index] !== "body") return;
    if (/^(各位[^。，]{0,16}[，、])?(同志们|朋友们|各位代表|各位领导)[：:！!]$/.test(line))
      uses[index] = "frame";
    if (closing.test(line) && line.length <= 80) uses[index] = "frame";
    const dated = isDateLine(line);
    if (dated) uses[index] = "signature";
    if (!dated && index + 1 < lines.length) return;
    for (let above = dated ? index - 1 : index; above >= 0 && above > index - 4; above--) {
      const name = lines[above];
      if (
        !name ||
        name.length > 30 ||
        stops.test(name) ||
        !(dated ? signer : undated).test(name) ||
        uses[above] !== "body"
      )
        break;
      if (readMarker(name, 0, name.length, true)) break;
      uses[above] = "frame";
    }
  });
}

/** A table of contents: what stands between 目录 and the second appearance of its first entry. */
function markContents(lines: readonly (string | null)[], uses: LineUse[]): void {
  const at = lines.findIndex((line) => line !== null && /^目\s*录$/.test(line));
  if (at < 0 || at > 40) return;
  uses[at] = "frame";
  const bare = (line: string): string => line.replace(/[\s.…·\u3000]*[0-9]*$/, "").replace(/[\s。]/g, "");
  const first = bare(lines[at + 1] ?? "");
  if (first === "") return;
  for (let index = at + 1; index < Math.min(lines.length, at + 120); index++) {
    const line = lines[index];
    if (line === null || line === undefined || line.length > 60 || /[。；]$/.test(line)) return;
    if (index > at + 1 && bare(line) === first) return;
    uses[index] = "frame";
  }
}

function markAnnexes(lines: readonly (string | null)[], uses: LineUse[]): void {
  let listing = false;
  lines.forEach((line, index) => {
    if (line === null) {
      listing = false;
      return;
    }
    if (!listing && line[0] !== "附" && uses[index - 1] === "body") return;
    const numbered = listing && readMarker(line, 0, line.length, true)?.family === "arabic";
    if (/^附\s*件\s*[0-9一二三四五六七八九十]{0,3}$/.test(line)) uses[index] = "annex";
    else if (/^附\s*件\s*[0-9]{0,2}[：:]/.test(line) && line.length <= 100) {
      uses[index] = "frame";
      listing = true;
      return;
    } else if (listing && numbered && line.length <= 60 && !/。/.test(line)) {
      uses[index] = "frame";
      return;
    } else if (isAnnexTitle(line, lines[index + 1] ?? "", index, uses)) uses[index] = "annex";
    listing = false;
  });
}

/** The title of a plan that a notice carries with it. */
function isAnnexTitle(line: string, next: string, index: number, uses: readonly LineUse[]): boolean {
  if (index === 0 || uses[index] !== "body" || uses[index - 1] === "body") return false;
  if (line.length > longestTitle || line.length < 6 || stops.test(line)) return false;
  if (readMarker(line, 0, line.length, true) !== null) return false;
  const goesOn =
    line.length >= 10 && next.length <= 30 && titleEnd.test(next) && !readMarker(next, 0, next.length, true);
  return titleEnd.test(line) || goesOn;
}

function findDate(
  text: string,
  paragraphs: readonly Paragraph[],
  lines: readonly (string | null)[],
  uses: readonly LineUse[],
): PlainDate | null {
  // A day in a cell is that of its row.
  for (const [index, line] of lines.entries()) {
    const isCell = uses[index] === "row" || uses[index] === "cell";
    if (line !== null && !isCell && isDateLine(line)) return findWrittenDate(line);
  }
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (!first || !last) return null;
  const closingDate = /日[）)]?$/.test(text.slice(last.start, last.end).slice(-2))
    ? findWrittenDate(text.slice(Math.max(last.start, last.end - 16), last.end))
    : null;
  return closingDate ?? (lines[0] ? findWrittenDate(lines[0]) : null);
}

/** A plan for next year is often dated in this one; a report on last year is dated in this one too. */
function findYear(
  title: string | null,
  date: PlainDate | null,
  lines: readonly (string | null)[],
): number | null {
  const dated = date ? Number(date.slice(0, 4)) : numberYear(lines);
  const titled = title ? findTitleYear(title) : null;
  if (dated === null) return titled;
  return titled === dated + 1 ? titled : dated;
}

function numberYear(lines: readonly (string | null)[]): number | null {
  for (const line of lines.slice(0, 15)) {
    const year = line ? findNumberYear(line) : null;
    if (year !== null) return year;
  }
  return null;
}
