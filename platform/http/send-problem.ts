import type { FastifyReply, FastifyRequest } from "fastify";
import { commonProblems, describeProblem, type ProblemTable } from "./problem.ts";

/** The one place that writes application/problem+json. */
export function sendProblem(
  reply: FastifyReply,
  table: ProblemTable,
  problem: { readonly code: string },
  request: FastifyRequest,
): FastifyReply {
  const details = describeProblem({ ...commonProblems, ...table }, problem, request.id);
  return reply
    .status(details.status)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(details));
}
