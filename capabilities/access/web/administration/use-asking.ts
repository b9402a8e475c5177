import type { BodyOf } from "#platform/http/contract.ts";
import { notify, useCommand } from "#platform/ui/index.ts";
import { askRequestRoute } from "../../contract/administration.ts";
import { messages } from "./messages.ts";

type Payload = BodyOf<typeof askRequestRoute>["payload"];

/** Puts something before the other administrator; `onDone` when it stands there. */
export function useAsking(onDone: () => void) {
  const command = useCommand(askRequestRoute);
  const ask = async (payload: Payload, reason: string): Promise<void> => {
    const outcome = await command.run({ body: { payload, reason } });
    if (!outcome.ok) return;
    notify({ text: messages.asked });
    onDone();
  };
  return { ask, isRunning: command.isRunning, problem: command.problem };
}
