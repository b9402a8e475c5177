import type { Endpoint } from "#platform/http/index.ts";
import { accountEndpoints } from "./account-endpoints.ts";
import {
  endGrant,
  endHeldPost,
  findParents,
  findPostsToGrant,
  getAdministeredAccount,
  listAccounts,
  resume,
  suspend,
} from "./administered-accounts.ts";
import { factorCheckEndpoints } from "./factor-check-endpoints.ts";
import { factorSetupEndpoints } from "./factor-setup-endpoints.ts";
import { linkEndpoints } from "./link-endpoints.ts";
import { changePassword } from "./password-endpoint.ts";
import { removeFactor } from "./remove-factor.ts";
import { askRequest, decideRequest, listRequests, withdrawRequest } from "./requests.ts";
import { sessionEndpoints } from "./session-endpoints.ts";
import { signIn } from "./sign-in.ts";
import { singleSignOnEndpoints } from "./single-sign-on.ts";

export { recordAttempt } from "./acting-person.ts";
export { createAccount, resetPassword, resumeAccount, suspendAccount } from "./administration.ts";
export { alignDemoPassword } from "./demo-accounts.ts";
export { findActor } from "./find-actor.ts";
export { hashPassword } from "./password.ts";

export const accessEndpoints: readonly Endpoint[] = [
  ...sessionEndpoints,
  signIn,
  ...factorCheckEndpoints,
  ...factorSetupEndpoints,
  removeFactor,
  changePassword,
  ...accountEndpoints,
  ...singleSignOnEndpoints,
  ...linkEndpoints,
  listAccounts,
  getAdministeredAccount,
  findParents,
  findPostsToGrant,
  askRequest,
  listRequests,
  decideRequest,
  withdrawRequest,
  suspend,
  resume,
  endHeldPost,
  endGrant,
];
