import { type Draft } from "./draft.ts";
import type { LineUse } from "./frame.ts";
import { obliges } from "./modality.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { Source, Token } from "./tokens.ts";

type FlowInput = {
  source: Source;
  paragraphs: readonly Paragraph[];
  uses: readonly LineUse[];
  tokens: readonly Token[];
};

/** What the outline must know of an unnumbered paragraph before it can say where it belongs. */
export type Flow = {
  text: string;
  /** It goes on from a line that was broken in the middle of a sentence. */
  isWrapped(index: number): boolean;
  /** A line of its own under an item: “责任单位：…”. */
  isLabel(index: number): boolean;
  /** It announces or holds a series of its own. */
  isIntroduction(index: number): boolean;
  isHeadline(index: number): boolean;
  isClosing(index: number): boolean;
  /** One of several paragraphs in a row that each oblige: a clause of its own rather than more text. */
  isSeparate(index: number): boolean;
};

export function readFlow({ source, paragraphs, uses, tokens }: FlowInput): Flow {
  const { level: text } = source;
  const firsts = new Map<number, Token>();
  const hasInline = new Set<number>();
  for (const token of tokens) {
    if (!firsts.has(token.paragraph)) firsts.set(token.paragraph, token);
    if (token.boundary !== "line" || !token.written) hasInline.add(token.paragraph);
  }
  const isBare = (index: number): boolean =>
    uses[index] === "body" && firsts.get(index)?.start !== paragraphs[index]?.start;
  const head = (index: number, length: number): string => {
    const at = paragraphs[index];
    return at ? text.slice(at.start, Math.min(at.end, at.start + length)) : "";
  };
  const tail = (index: number): string => {
    const at = paragraphs[index];
    return at ? text.slice(at.end - 1, at.end) : "";
  };
  const lengthOf = (index: number): number => (paragraphs[index]?.end ?? 0) - (paragraphs[index]?.start ?? 0);
  const separate = findSeparate({ source, paragraphs, isBare, hasInline, head });
  const startsSeries = (index: number): boolean => {
    const token = firsts.get(index);
    return token?.boundary === "line" && token.family === "count" && token.number === 1;
  };
  return {
    text,
    isWrapped: (index) =>
      uses[index - 1] === "body" &&
      lengthOf(index - 1) >= 25 &&
      !/[。！？；：:;!?”）)…]/.test(tail(index - 1)) &&
      (paragraphs[index - 1]?.number ?? 0) + 1 === paragraphs[index]?.number,
    isLabel: (index) => lengthOf(index) <= 200 && label.test(head(index, 14)),
    isIntroduction: (index) => hasInline.has(index) || startsSeries(index + 1),
    isHeadline: (index) =>
      lengthOf(index) <= 20 &&
      !/[。！？；：:;!?，,、）)”]/.test(tail(index)) &&
      index + 1 < paragraphs.length,
    isClosing: (index) => closingWords.test(head(index, 8)),
    isSeparate: (index) => separate.has(index),
  };
}

const label =
  /^[（【[［]?(牵头|主办|主责|责任|配合|协办|协助|承办|落实|参与|参加|完成|整改|办结)?(领导|单位|部门|责任人|人|时限|时间|时间节点|期限|主体|科室)[】］\]]?[：】］]|^[（【[［]?(牵头|责任|配合|时限|完成|期限)[：】]/;
const closingWords =
  /^(同志们[，！：]|各位[^，]{0,5}[，,]|总之|特此(通知|报告|函)|以上意见|最后，(我)?(再|还)?(强调|提|讲|说|祝)|我就讲|谢谢|散会|今天的会(议)?就?(开)?到|本(通知|意见|方案|办法|制度|规定|细则)[自由从])/;

type Separation = {
  source: Source;
  paragraphs: readonly Paragraph[];
  isBare(index: number): boolean;
  hasInline: ReadonlySet<number>;
  head(index: number, length: number): string;
};

/** Runs of unnumbered paragraphs without a series in them, of which two or more oblige. */
function findSeparate({ source, paragraphs, isBare, hasInline, head }: Separation): Set<number> {
  const separate = new Set<number>();
  let run: number[] = [];
  let broken = false;
  const settle = (): void => {
    if (!broken && run.length >= 2) for (const index of run) separate.add(index);
    run = [];
    broken = false;
  };
  paragraphs.forEach((paragraph, index) => {
    if (!isBare(index) || closingWords.test(head(index, 8))) return settle();
    if (label.test(head(index, 14))) return;
    if (hasInline.has(index)) broken = true;
    else if (obliges(source.plain.slice(paragraph.start, paragraph.end))) run.push(index);
  });
  settle();
  return separate;
}

/** Closes what an unnumbered paragraph cannot belong to, so that the innermost open clause can take it. */
export function closeForParagraph(stack: Draft[], flow: Flow, index: number): void {
  if (flow.isClosing(index) && !awaitsWords(stack.at(-1), flow.text)) stack.length = 0;
  if (flow.isWrapped(index)) return;
  if (flow.isLabel(index)) return closeInlinePoints(stack);
  if (flow.isHeadline(index) && (stack[0]?.kind === "headline" || stack[0]?.kind === "paragraph")) {
    stack.length = 0;
  }
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    if (!isOver(top, flow, index)) return;
    stack.pop();
  }
}

/** 五、附则 takes 本办法由…解释 on the next line. */
const awaitsWords = (top: Draft | undefined, text: string): boolean =>
  top?.token?.boundary === "line" &&
  top.children.length === 0 &&
  top.bodyParagraphs === 0 &&
  isHeadOnly(top, text);

/** 责任单位：… on a line of its own speaks of the whole item, not of the last ② that ran inside it. */
function closeInlinePoints(stack: Draft[]): void {
  while (stack.length > 1 && stack.at(-1)?.token && stack.at(-1)?.token?.boundary !== "line") stack.pop();
}

function isOver(top: Draft, flow: Flow, index: number): boolean {
  if (top.kind === "headline") return false;
  const { token } = top;
  if (!token) return true;
  if (!token.isLast) return false;
  if (token.boundary !== "line") return true;
  const isRunning = token.family === "count" || token.family === "ordinal";
  if (isRunning && flow.isIntroduction(index) && top.pieces.length > 0 && !isHeadOnly(top, flow.text))
    return true;
  if (top.children.length > 0 || top.bodyParagraphs > 0 || top.siblingsHaveBody) return false;
  return top.previousIsBare || !isHeadOnly(top, flow.text);
}

const longestHead = 50;

function isHeadOnly(draft: Draft, text: string): boolean {
  const start = draft.pieces[0] ?? draft.start;
  const end = draft.pieces[1] ?? draft.end;
  if (end - start > longestHead) return false;
  return !/[。；！？]./.test(text.slice(start, end).trim());
}

/** Does the clause take the paragraph as its own text, or is the paragraph a clause under it? */
export function takesBody(top: Draft, flow: Flow, index: number): boolean {
  if (flow.isWrapped(index) || flow.isLabel(index)) return true;
  return top.children.length === 0 && !flow.isSeparate(index);
}
