export { type EstablishProblem, establishUnit } from "./establish.ts";
export { coversArea, type PlaceColumns, withinScope } from "./scope.ts";
export {
  findUnit,
  findUnits,
  isCodeTaken,
  listDirectlyBelow,
  listKnownUnits,
  listUnitsById,
} from "./store.ts";
export type { ReadUnit, ReadUnitTable } from "./tables.ts";
export { organizationEndpoints, placeOf } from "./unit-endpoints.ts";
