export type { AnnouncedRun } from "./announced-run.ts";
export type { BulletinBlock, BulletinColumn, BulletinDocument } from "./bulletin-document.ts";
export {
  type BulletinText,
  type CircleKind,
  circleKinds,
  circleNames,
  findMissing,
  nameCircle,
  proposeNumberPrefix,
  proposeText,
  writeDocumentNumber,
} from "./bulletin-text.ts";
export { composeBulletin, type Letterhead } from "./compose-bulletin.ts";
export {
  actNames,
  type BulletinAct,
  type BulletinStatus,
  findNextStatus,
  statusNames,
} from "./next-status.ts";
export { listProblemRows } from "./problem-section.ts";
