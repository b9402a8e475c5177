export { type ActingPost, type Actor, exportedBy, type PlacedUnit, type Scope } from "./actor.ts";
export {
  type BodyOf,
  type ParamsOf,
  type ProblemDetails,
  type QueryOf,
  type ResponseOf,
  type RouteContract,
} from "./contract.ts";
export {
  type Download,
  type Edge,
  type Endpoint,
  endpoint,
  type OpenContext,
  openEndpoint,
  type RequestContext,
  type UploadedFile,
} from "./endpoint.ts";
export {
  type IdentityProvider,
  type IdentityProviderSettings,
  isSafeIssuer,
  openIdentityProvider,
  type ProviderProblem,
  type Trip,
} from "./identity-provider.ts";
export type { Installation } from "./installation.ts";
export {
  type CommonProblem,
  type ProblemOf,
  type ProblemTable,
} from "./problem.ts";
export { type ActTitles, mustRecord } from "./recording.ts";
export { createHttpServer, type HttpOptions } from "./server.ts";
export type { HttpServices, RefusedAttempt } from "./services.ts";
export { openTrail, type Trail } from "./trail.ts";
