export {
  type AttachProblem,
  attachFile,
  attachNote,
  describeEvidenceOf,
  type EvidenceEntry,
  evidenceProblems,
} from "./attach.ts";
export { type EvidenceSubject, listEvidenceOf, restoreEvidence, withdrawEvidence } from "./store.ts";
export type { EvidenceTables } from "./tables.ts";
