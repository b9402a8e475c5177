export { deviceWordsOf } from "./device.ts";
export { findPasswordProblem, type PasswordProblem, passwordLimits } from "./password-rules.ts";
export {
  type Action,
  type ActionScope,
  actionsOf,
  isWithin,
  type Place,
  type PostPlace,
  scopeOf,
} from "./policy.ts";
export {
  findProblemOfDecision,
  findProblemOfWithdrawal,
  longestGrantDays,
  mayAskFor,
  type RequestKind,
  type RequestProblem,
  type RequestStatus,
  requestKindNames,
  requestStatusNames,
  type StandingRequest,
} from "./request.ts";
export {
  type Factor,
  type FactorKind,
  mayRemoveFactor,
  mustHaveFactor,
  type Proof,
  provesRemoval,
  readRecoveryCode,
  recoveryCodeCount,
  recoveryCodeSigns,
  writeRecoveryCode,
} from "./second-factor.ts";
export {
  isPendingTooLong,
  isSessionAlive,
  pendingStepOf,
  type SignInStep,
  sessionLimits,
  signInSteps,
} from "./session.ts";
export {
  countFailure,
  type GuardCount,
  isLocked,
  noFailures,
  pressureOf,
  slowDownOf,
} from "./sign-in-guard.ts";
