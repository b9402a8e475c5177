export { decompositionLedger } from "./decomposition-ledger.ts";
export { type IssuingUnit, selectIssuers } from "./issuer.ts";
export {
  contentOf,
  findNextListStatus,
  type ListStatus,
  type ListStep,
  listStatusNames,
  listStepNames,
  listStepSide,
  titleOf,
} from "./list.ts";
export { describeListAsWorkbook, type Ledger, type LedgerItem, type LedgerLead } from "./list-ledger.ts";
export { matchUnits, type NamedUnit, type UnitMatch } from "./match-units.ts";
export { moveToPlace } from "./place.ts";
export { type ProposedItem, proposeItems, remarkOn } from "./propose-items.ts";
export {
  checkThreeClear,
  describeFindings,
  type Finding,
  type FindingCode,
  type ItemToCheck,
  type LeadToCheck,
  type ThreeClear,
} from "./three-clear.ts";
