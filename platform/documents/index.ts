export { type ClassificationMark } from "./classification-mark.ts";
export { maxFileBytes } from "./document-limits.ts";
export { type DocumentProblem, type DocumentProblemCode, documentProblems } from "./document-problems.ts";
export type {
  OfficialAttachment,
  OfficialBlock,
  OfficialColumn,
  OfficialDocument,
  OfficialHeading,
  OfficialList,
  OfficialParagraph,
  OfficialTable,
} from "./official/official-document.ts";
export { writeOfficialDocument } from "./official/write-official-document.ts";
export { type DocumentText, readDocumentText } from "./read-document.ts";
