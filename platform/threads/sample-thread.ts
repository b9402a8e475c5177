import { serveThread } from "./serve-thread.ts";

/** For the tests beside: waits until somebody else says go on, fails, ends its thread, or answers twice what it got. */
serveThread(async ({ gate, value }: { readonly gate?: Int32Array; readonly value: number }) => {
  if (value < 0) throw new Error(`不要${value}`);
  if (value === 404) process.exit(1);
  if (gate) Atomics.wait(gate, 0, 0);
  return value * 2;
});
