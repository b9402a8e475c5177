export { checkEvidence, type EvidenceClaim, type EvidenceProblem, enteredLateAfterDays } from "./evidence.ts";
