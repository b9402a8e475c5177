export { type AppointingContext, appoint, createFirstPosts, createPerson, endHolding } from "./appoint.ts";
export { countSealedUnder, rotateKeys } from "./contact/rotate-keys.ts";
export { findHolders } from "./find-holders.ts";
export { peopleEndpoints } from "./post-endpoints.ts";
export { listHeldPosts } from "./store.ts";
export type { ReadHolding, ReadPeopleTables, ReadPost } from "./tables.ts";
