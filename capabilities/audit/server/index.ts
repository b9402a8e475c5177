import type { ActTitles, Endpoint } from "#platform/http/index.ts";
import { chainEndpoints } from "./chain-endpoints.ts";
import { readingEndpoints } from "./read-records.ts";

export { collectActTitles } from "./act-titles.ts";
export { type ArchivingProblem, archiveRecords } from "./archive/archive-records.ts";
export { type RemovalProblem, removeArchived } from "./archive/remove-archived.ts";
export { describeArchiveProblem, verifyArchive } from "./archive/verify-archive.ts";
export {
  type AuditCircumstances,
  type AuditEntry,
  type AuditOrigin,
  recordAudit,
  recordAuditUnposted,
} from "./record-audit.ts";
export { sealArea } from "./seal-area.ts";
export { type Sealer, startSealer } from "./sealer.ts";
export { findHead } from "./store/read-chain.ts";
export { listAreaCodes } from "./store/write-seals.ts";
export { type AreaVerification, verifyArea } from "./verify-area.ts";

/** Reading asks for the titles of all acts of the house, which the rooms above give to the whole. */
export const auditEndpoints = (titlesOf: () => ActTitles): readonly Endpoint[] => [
  ...readingEndpoints(titlesOf),
  ...chainEndpoints,
];
