export { type ArchivedFile, type ArchiveManifest, latestArchiveDay } from "./archive.ts";
export { type AuditRecord, firstDigest, sealedText } from "./audit-record.ts";
export { type ChangedField, compareFields } from "./changed-fields.ts";
export { describeFault } from "./fault-words.ts";
export {
  type ChainFault,
  type ChainLink,
  type ChainPosition,
  chainStart,
  type Digest,
  followLink,
  isFault,
  isLongBefore,
} from "./follow-chain.ts";
export { maskMiddle, maskPersonal } from "./mask-personal.ts";
