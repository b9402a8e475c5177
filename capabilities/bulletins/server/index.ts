import type { Endpoint } from "#platform/http/index.ts";
import { checkBulletin, editBulletin, sendBackBulletin, withdrawBulletin } from "./act-on-bulletin.ts";
import { exportBulletin, getBulletinFile } from "./download-bulletin.ts";
import { draftBulletinEndpoint } from "./draft-bulletin.ts";
import { getBulletin, listBulletinsEndpoint } from "./read-bulletins.ts";
import { signBulletin } from "./sign-bulletin.ts";

export { listBulletins } from "./store/read-bulletins.ts";
export { listWaitingBulletins, type WaitingBulletin } from "./waiting-bulletins.ts";

export const bulletinEndpoints: readonly Endpoint[] = [
  listBulletinsEndpoint,
  draftBulletinEndpoint,
  getBulletin,
  editBulletin,
  checkBulletin,
  sendBackBulletin,
  signBulletin,
  withdrawBulletin,
  getBulletinFile,
  exportBulletin,
];
