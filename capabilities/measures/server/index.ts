export { listFrozenValues, type Snapshot, saveFrozenValues } from "./store.ts";
