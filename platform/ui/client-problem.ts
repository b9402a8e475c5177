import type { ProblemDetails } from "#platform/http/contract.ts";
import { words } from "./words.ts";

const problem = (code: string, status: number, title: string, detail: string): ProblemDetails => ({
  type: `urn:panshi:problem:${code}`,
  code,
  status,
  title,
  detail,
});

/** The request did not arrive, or its answer did not. */
export const networkProblem = (): ProblemDetails =>
  problem("network-failed", 0, words.networkFailed, words.networkFailedDetail);

/** Something between us and the server answered in its own words. */
export const strangeAnswer = (status: number): ProblemDetails =>
  problem("strange-answer", status, words.strangeAnswer, words.strangeAnswerDetail(status));

export const isProblem = (value: unknown): value is ProblemDetails =>
  typeof value === "object" && value !== null && "code" in value && "title" in value;

const sessionProblems = new Set(["not-signed-in", "session-ended", "sign-in-incomplete"]);

/** Refusals after which the sign-in page is where to go on, from the beginning or with its next step. */
export const isSessionProblem = (value: ProblemDetails): boolean => sessionProblems.has(value.code);

/** Whether the same command may be sent again under the same key: nobody knows whether it was done. */
export const isOutcomeUnknown = (value: ProblemDetails): boolean =>
  value.code === "network-failed" || value.code === "strange-answer";

/** Refused fields by name, from the problem's `errors`. */
export function fieldErrorsOf(value: ProblemDetails | null): Readonly<Record<string, string>> {
  const errors = value?.["errors"];
  if (!Array.isArray(errors)) return {};
  return Object.fromEntries(
    errors.flatMap((error: { field?: unknown; message?: unknown }) =>
      typeof error.field === "string" && typeof error.message === "string"
        ? [[error.field, error.message]]
        : [],
    ),
  );
}
