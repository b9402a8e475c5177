import { parentPort } from "node:worker_threads";
import type { ThreadAnswer } from "./thread-pool.ts";

/** The whole of a thread's module: does one piece of work after the other, each as it is handed in. */
export function serveThread<Input, Output>(work: (input: Input) => Promise<Output>): void {
  const port = parentPort;
  if (!port) throw new Error("this module is the beginning of a thread");
  port.on("message", (input: Input) => {
    work(input).then(
      (output) => port.postMessage({ ok: true, output } satisfies ThreadAnswer),
      (error: unknown) => port.postMessage({ ok: false, error } satisfies ThreadAnswer),
    );
  });
}
