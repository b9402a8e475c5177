export { generateCounty, type SampleCounty, sampleAreaCode } from "./generate-county.ts";
export { type ShowcaseAccount, showcase } from "./people/showcase.ts";
export { filesOf, rowsOf, type TableRows } from "./rows.ts";
export type { CountySize } from "./units/list-units.ts";
