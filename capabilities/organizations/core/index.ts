export { type EstablishedKind, placeBelow, sectorOf } from "./establishment.ts";
export { mayAssign, mayInstruct } from "./instruction.ts";
export { type Sector, sectorNames, type Unit, type UnitKind, unitKindNames } from "./unit.ts";
