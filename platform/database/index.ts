export type { Connection } from "./connection.ts";
export { openPool, openQueries, withClient } from "./connection.ts";
export { describeSchema } from "./describe-schema.ts";
export type { DatabaseOptions, OpenDatabase } from "./open.ts";
export { openDatabase } from "./open.ts";
export type { DatabaseProblem } from "./problems.ts";
export { describeDatabaseProblem } from "./problems.ts";
export { constraintOf, type Database, type Tx } from "./queries.ts";
export { attemptInTerritory, inTerritory } from "./territory.ts";
