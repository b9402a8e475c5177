import type { Endpoint } from "#platform/http/index.ts";
import { changeDocument, editOutlineEndpoint, undoEdit } from "./edit-document.ts";
import { exportOutline, getOriginal } from "./export-outline.ts";
import { getDocument, listDocumentsEndpoint } from "./read-documents.ts";
import { uploadDocument } from "./upload-document.ts";

export {
  type ClauseUseEntry,
  type DocumentOutline,
  endClauseUses,
  findDocumentOutline,
  recordClauseUses,
} from "./clause-use.ts";

export { listDocuments } from "./store/documents.ts";

export const directiveEndpoints: readonly Endpoint[] = [
  listDocumentsEndpoint,
  uploadDocument,
  getDocument,
  editOutlineEndpoint,
  undoEdit,
  changeDocument,
  exportOutline,
  getOriginal,
];
