import { strToU8, zipSync } from "fflate";

/** Builds .docx files for tests by hand, hostile ones included, since Word would not write them. */

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const namespaces = [
  `xmlns:w="${word}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(" ");
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const part = (name: string, kind: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
const contentTypes = [
  declaration,
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  part("document", "document.main"),
  part("numbering", "numbering"),
  part("styles", "styles"),
  part("header1", "header"),
  "</Types>",
].join("");

export type BuiltParts = {
  readonly body?: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly header?: string;
  /** Parts to add or, under a name already there, to replace. */
  readonly others?: Readonly<Record<string, Uint8Array | string>>;
};

export const paragraph = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const numbered = (text: string, listId: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${listId}"/></w:numPr>`);

export function buildDocx({
  body = "",
  numbering = "",
  styles = "",
  header = "",
  others = {},
}: BuiltParts): Uint8Array {
  const parts: Record<string, Uint8Array | string> = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": relate([["officeDocument", "word/document.xml"]]),
    "word/document.xml": `${declaration}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/_rels/document.xml.rels": relate([
      ["numbering", "numbering.xml"],
      ["styles", "styles.xml"],
      ["header", "header1.xml"],
    ]),
    "word/numbering.xml": `${declaration}<w:numbering ${namespaces}>${numbering}</w:numbering>`,
    "word/styles.xml": `${declaration}<w:styles ${namespaces}>${styles}</w:styles>`,
    "word/header1.xml": `${declaration}<w:hdr ${namespaces}>${header}</w:hdr>`,
    ...others,
  };
  return zipParts(parts);
}

export const zipParts = (parts: Readonly<Record<string, Uint8Array | string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ),
  );

const relate = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${relationships}/${kind}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

/** One list (numId = abstractNumId = `id`) with a level for every [format, text]. */
export const defineList = (
  id: number,
  levels: readonly (readonly [format: string, text: string])[],
): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join("")}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
