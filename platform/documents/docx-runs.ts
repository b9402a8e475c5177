import { readSymbol } from "./docx-symbols.ts";
import { findChild, isSwitchedOn, type XmlElement } from "./xml-element.ts";

export type ParagraphContent = { readonly text: string; readonly textBoxes: readonly XmlElement[] };

/** Formatting, deleted and moved-away text, field codes, and the pronunciation above a character. */
const skipped = new Set(["pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "instrText", "delText", "rt"]);

/** A break within a paragraph, until it is known what stands on both sides. */
const softBreak = "\u2028";

const signs: Readonly<Record<string, string>> = {
  tab: "\t",
  ptab: "\t",
  br: softBreak,
  cr: softBreak,
  noBreakHyphen: "-",
};

export function readParagraphContent(paragraph: XmlElement): ParagraphContent {
  const pieces: string[] = [];
  const textBoxes: XmlElement[] = [];
  for (const child of paragraph.children) collect(child, pieces, textBoxes);
  return { text: joinSoftBreaks(pieces.join("")), textBoxes };
}

function collect(element: XmlElement, pieces: string[], textBoxes: XmlElement[]): void {
  if (skipped.has(element.name)) return;
  if (element.name === "txbxContent") {
    textBoxes.push(element);
    return;
  }
  // Hidden text is neither seen nor printed, so it is not read either.
  if (element.name === "r" && isSwitchedOn(findChild(element, "rPr"), "vanish")) return;
  const written = readSign(element);
  if (written !== null) {
    pieces.push(written);
    return;
  }
  const children = element.name === "AlternateContent" ? chooseBranch(element) : element.children;
  for (const child of children) collect(child, pieces, textBoxes);
}

function readSign(element: XmlElement): string | null {
  if (element.name === "t") return element.text.replace(/[\r\n]+/g, " ");
  if (element.name === "sym")
    return readSymbol(element.attributes["font"] ?? "", element.attributes["char"] ?? "");
  return signs[element.name] ?? null;
}

/** The first branch is the one newer programs show; the fallback repeats it for older ones. */
export function chooseBranch(alternatives: XmlElement): readonly XmlElement[] {
  const branch = findChild(alternatives, "Choice") ?? findChild(alternatives, "Fallback");
  return branch?.children ?? [];
}

const listMark =
  /^[\s\u3000]*(?:第?[一二三四五六七八九十百]+[、是要条章，]|[（(][一二三四五六七八九十百\d]+[)）]|\d{1,3}[.．、](?!\d)|[①-⑳])/;

/**
 * A line is a paragraph, so a break within one is not a line end. The halves are simply joined, as a title
 * broken for its looks must be; a space is put where Latin words or digits would run together, and before
 * a list mark that would otherwise stick to a heading without full stop.
 */
function joinSoftBreaks(text: string): string {
  if (!text.includes(softBreak)) return text;
  const joined: string[] = [];
  let last = "";
  for (const part of text.split(softBreak)) {
    const runsTogether = /[A-Za-z0-9]/.test(last) && /^[A-Za-z0-9]/.test(part);
    const hidesMark = /[^\s。；;：:！!？?]/.test(last) && listMark.test(part.slice(0, 40));
    joined.push(runsTogether || hidesMark ? " " : "", part);
    last = part.at(-1) ?? last;
  }
  return joined.join("");
}
