import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { DocumentProblem } from "./document-problems.ts";
import { openDocx } from "./docx-package.ts";
import { type DocxDefinitions, ParagraphCollector } from "./docx-paragraphs.ts";
import { visitXml, type XmlElement } from "./xml-element.ts";

export type DocxText = {
  readonly text: string;
  /** Headers and footers, each a text of its own; they carry marks, not clauses. */
  readonly margins: readonly string[];
};

/** The body of a document lies two levels down: document, body, then its paragraphs and tables. */
const blockDepth = 2;

/** The text of a .docx, one line per paragraph; `maxLength` is in characters. */
export async function readDocxText(
  bytes: Uint8Array,
  maxLength: number,
): Promise<Result<DocxText, DocumentProblem>> {
  const opened = await openDocx(bytes);
  if (!opened.ok) return opened;
  const body = new ParagraphCollector(opened.value, maxLength);
  const isSound = visitXml(opened.value.documentXml, blockDepth, (block) => {
    body.addBlock(block);
    return body.length <= maxLength;
  });
  if (!isSound) return fail({ code: "broken-document" });
  if (body.length > maxLength) return fail({ code: "text-too-long" });
  const margins = opened.value.headersAndFooters.map((part) => readMargin(part, opened.value));
  return succeed({ text: body.lines.join("\n"), margins });
}

/** A header is a line or two; a mark stands at its beginning. */
const maxMarginLength = 10_000;

function readMargin(part: XmlElement, definitions: DocxDefinitions): string {
  const margin = new ParagraphCollector(definitions, maxMarginLength);
  for (const block of part.children) margin.addBlock(block);
  return margin.lines.join("\n");
}
