import type { Endpoint } from "#platform/http/index.ts";
import { addClauses, addItem, changeList } from "./add-items.ts";
import { addComment, listComments } from "./comments.ts";
import { createList } from "./create-list.ts";
import { editItems, removeItems, saveItem } from "./edit-items.ts";
import { moveItem } from "./move-item.ts";
import { getList, listIssuersEndpoint, listListsEndpoint, listReceivers } from "./read-lists.ts";
import { exportList, listReceipts } from "./read-receipts.ts";
import { takeStep } from "./take-step.ts";
import { undoItems } from "./undo-items.ts";

export { listCommentsToAnswer } from "./comments.ts";
export { listLists } from "./store/lists.ts";
export { listWaitingForSignature, type WaitingList } from "./waiting-lists.ts";

export const responsibilityEndpoints: readonly Endpoint[] = [
  listListsEndpoint,
  listIssuersEndpoint,
  createList,
  getList,
  listReceivers,
  changeList,
  addItem,
  addClauses,
  saveItem,
  editItems,
  moveItem,
  undoItems,
  removeItems,
  takeStep,
  listReceipts,
  exportList,
  listComments,
  addComment,
];
