import { Document, Packer } from "docx";
import { keepPrintable } from "../printable-text.ts";
import {
  type BodyPart,
  writeAddressees,
  writeAttachmentList,
  writeAttachments,
  writeBlocks,
} from "./body.ts";
import { writeColophon } from "./colophon.ts";
import { freezePackage } from "./frozen-package.ts";
import { writeLetterhead } from "./letterhead.ts";
import type { OfficialDocument } from "./official-document.ts";
import { writePage } from "./page.ts";
import { writeSignature } from "./signature.ts";
import { styleSheet } from "./style-sheet.ts";
import { writeFontTable } from "./typeface.ts";

/** The document as .docx; the same document gives the same bytes, so that an issued one can be held to its digest. */
export async function writeOfficialDocument(document: OfficialDocument): Promise<Uint8Array> {
  const signatory = keepPrintable(document.signatory);
  const parts: readonly BodyPart[] = [
    ...writeLetterhead(document),
    ...writeAddressees(document),
    ...writeBlocks(document.blocks, true),
    ...writeAttachmentList(document),
    ...writeSignature(document),
    ...writeAttachments(document),
    ...writeColophon(document),
  ];
  const file = new Document({
    title: keepPrintable(typeof document.title === "string" ? document.title : document.title.join("")),
    creator: signatory,
    lastModifiedBy: signatory,
    externalStyles: styleSheet,
    evenAndOddHeaderAndFooters: true,
    sections: [writePage(document.notice, parts)],
  });
  const packed = await Packer.toBuffer(file);
  return freezePackage(packed, document.date, { "word/fontTable.xml": writeFontTable() });
}
