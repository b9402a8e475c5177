import { ListCounter, readNumbering } from "./docx-numbering.ts";
import { chooseBranch, readParagraphContent } from "./docx-runs.ts";
import { findListPosition, readStyles } from "./docx-styles.ts";
import { findChild, type XmlElement } from "./xml-element.ts";

/** What a document's paragraphs are numbered and styled by. */
export type DocxDefinitions = {
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
};

/** Wrappers that hold paragraphs or rows without being any. */
const transparent = new Set([
  "body",
  "sdt",
  "sdtContent",
  "customXml",
  "ins",
  "moveTo",
  "smartTag",
  "txbxContent",
]);

/**
 * Collects the paragraphs of a document as its reader sees them: revisions accepted, numbers written out,
 * tables row by row and cell by cell, text boxes after the paragraph that carries them. Empty paragraphs stay,
 * because a paragraph's place is its line number.
 */
export class ParagraphCollector {
  readonly lines: string[] = [];
  length = 0;
  readonly #styles: ReturnType<typeof readStyles>;
  readonly #numbering: ReturnType<typeof readNumbering>;
  readonly #counter: ListCounter;
  readonly #maxLength: number;
  /** Text of paragraphs whose end was deleted: they flow into the next one. */
  #carried = "";

  /** Past `maxLength` characters nothing more is collected: list numbers can make much out of little. */
  constructor(definitions: DocxDefinitions, maxLength: number) {
    this.#maxLength = maxLength;
    this.#styles = readStyles(definitions.styles);
    this.#numbering = readNumbering(definitions.numbering);
    this.#counter = new ListCounter(this.#numbering);
  }

  addBlock(block: XmlElement): void {
    if (this.length > this.#maxLength) return;
    if (block.name === "p") this.#addParagraph(block);
    else if (block.name === "tbl") this.#addTable(block);
    else if (block.name === "AlternateContent") chooseBranch(block).forEach((child) => this.addBlock(child));
    else if (transparent.has(block.name)) block.children.forEach((child) => this.addBlock(child));
  }

  #addTable(table: XmlElement): void {
    for (const row of table.children) {
      if (transparent.has(row.name)) this.#addTable(row);
      if (row.name !== "tr" || findChild(findChild(row, "trPr"), "del")) continue;
      this.#addCells(row);
    }
  }

  #addCells(row: XmlElement): void {
    for (const cell of row.children) {
      if (transparent.has(cell.name)) this.#addCells(cell);
      else if (cell.name === "tc") cell.children.forEach((child) => this.addBlock(child));
    }
  }

  #addParagraph(paragraph: XmlElement): void {
    const properties = findChild(paragraph, "pPr");
    const { text, textBoxes } = readParagraphContent(paragraph);
    const isEndDeleted = findChild(findChild(properties, "rPr"), "del") !== undefined;
    if (isEndDeleted) {
      this.#carried += text;
    } else {
      const position = findListPosition(properties, this.#styles, this.#numbering);
      const number = position ? this.#counter.next(position) : "";
      this.#addLine(number + this.#carried + text);
      this.#carried = "";
    }
    for (const box of textBoxes) this.addBlock(box);
  }

  #addLine(line: string): void {
    this.lines.push(line);
    this.length += line.length + 1;
  }
}
