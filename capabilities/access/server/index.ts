export { alignDemoPassword } from "./demo-accounts.ts";
export { findActor } from "./find-actor.ts";
export { hashPassword } from "./password.ts";
export { accessEndpoints } from "./session-endpoints.ts";
