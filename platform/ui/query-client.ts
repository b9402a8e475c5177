import { QueryClient } from "@tanstack/react-query";
import type { ProblemDetails } from "#platform/http/contract.ts";
import { isOutcomeUnknown } from "./client-problem.ts";

/** A refusal on its way through TanStack Query, which knows failure only as something thrown. */
export class Refusal extends Error {
  readonly problem: ProblemDetails;
  constructor(problem: ProblemDetails) {
    super(problem.title);
    this.problem = problem;
  }
}

/** A broken line is tried twice more; what the server refused, it would refuse again. */
const retryOnce = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof Refusal && isOutcomeUnknown(error.problem);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, gcTime: 300_000, retry: retryOnce, networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });
