export { type Action, type ActionScope, isWithin, type Place, type PostPlace, scopeOf } from "./policy.ts";
export { isSessionAlive, sessionLimits, signInLimits } from "./session.ts";
