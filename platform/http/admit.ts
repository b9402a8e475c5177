import type { FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "./actor.ts";
import type { Endpoint } from "./endpoint.ts";
import { commonProblems } from "./problem.ts";
import { sendProblem } from "./send-problem.ts";
import type { HttpServices } from "./services.ts";
import { readSession } from "./session-cookie.ts";

export interface Admission extends HttpServices {
  /** Whether the account has not sent too much within the minute. */
  readonly isWithinPace: (actor: Actor) => boolean;
}

const actors = new WeakMap<FastifyRequest, Actor>();

/** Who sends a request that was admitted to an endpoint for the signed-in. */
export function getActor(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (!actor) throw new Error("a request was answered that nobody had admitted");
  return actor;
}

/**
 * Stands before every endpoint, before a body is read: another site's form gets in nowhere, a stranger only where it
 * is open, and whoever has not finished signing in only to the steps that he still has to take.
 */
export const admit =
  (services: Admission, { kind, route }: Endpoint) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (!isSameOrigin(request)) return sendProblem(reply, commonProblems, { code: "not-permitted" }, request);
    if (kind === "open") return undefined;
    const actor = await services.findActor(readSession(request));
    if (typeof actor === "string") return sendProblem(reply, commonProblems, { code: actor }, request);
    if (!services.isWithinPace(actor))
      return sendProblem(reply, commonProblems, { code: "too-many-requests" }, request);
    actors.set(request, actor);
    const { pendingStep } = actor;
    if (pendingStep === null || route.duringSteps?.includes(pendingStep)) return undefined;
    const problem = { code: "sign-in-incomplete", step: pendingStep };
    await services.recordRefusal(actor, {
      requestId: request.id,
      remoteAddress: request.ip,
      routeId: route.id,
      params: request.params,
      code: problem.code,
    });
    return sendProblem(reply, commonProblems, problem, request);
  };

/** A browser names the page that sends a form; another site's page is refused (CSRF). */
function isSameOrigin(request: FastifyRequest): boolean {
  if (request.method === "GET") return true;
  const site = request.headers["sec-fetch-site"];
  if (typeof site === "string" && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.origin;
  if (typeof origin !== "string") return true;
  const host = request.headers.host;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
