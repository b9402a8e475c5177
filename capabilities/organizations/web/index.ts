export { UnitFacts, UnitsBelow } from "./UnitCard.tsx";
export { UnitsPage } from "./UnitsPage.tsx";
export { kindNameOf, type UnitSummary, unitAddress } from "./unit-columns.tsx";
