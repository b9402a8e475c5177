import { useRef, useState } from "react";
import type { ProblemDetails, ResponseOf } from "#platform/http/contract.ts";
import { call } from "#platform/ui/index.ts";
import { verifyChainRoute } from "../contract.ts";

type Fault = NonNullable<ResponseOf<typeof verifyChainRoute>["fault"]>;

export interface VerificationState {
  readonly status: "idle" | "running" | "stopped" | "sound" | "broken" | "failed";
  readonly checked: number;
  readonly unsealed: number;
  readonly fault: Fault | null;
  readonly problem: ProblemDetails | null;
}

const idle: VerificationState = { status: "idle", checked: 0, unsealed: 0, fault: null, problem: null };

/** Verifies stretch after stretch, so that the page shows how far it is and can be stopped. */
export function useVerification(): VerificationState & {
  readonly start: () => Promise<void>;
  readonly stop: () => void;
} {
  const [state, setState] = useState(idle);
  const isStopped = useRef(false);
  const start = async (): Promise<void> => {
    isStopped.current = false;
    let checked = 0;
    setState({ ...idle, status: "running" });
    for (let after: number | undefined; ; ) {
      const answer = await call(verifyChainRoute, { body: after === undefined ? {} : { after } });
      if (!answer.ok) return setState({ ...idle, status: "failed", checked, problem: answer.problem });
      const { isThrough, fault, unsealed, sequence } = answer.value;
      checked += answer.value.checked;
      const found = { checked, unsealed, fault, problem: null };
      if (isThrough) return setState({ ...found, status: fault ? "broken" : "sound" });
      if (isStopped.current) return setState({ ...found, status: "stopped" });
      setState({ ...found, status: "running" });
      after = sequence;
    }
  };
  return {
    ...state,
    start,
    stop: () => {
      isStopped.current = true;
    },
  };
}
