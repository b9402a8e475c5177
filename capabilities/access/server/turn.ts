interface Queue {
  tail: Promise<void>;
  waiting: number;
}

/** More than these wait from one address only when a program asks. */
const maxWaiting = 20;
const queues = new Map<string, Queue>();

/**
 * Lets attempts from one address through one after another, each after a delay; false when too many wait already.
 * Per process: two processes let through twice as many, which is still slow.
 */
export async function waitForTurn(
  key: string,
  delayMs: number,
  wait: (milliseconds: number) => Promise<void>,
): Promise<boolean> {
  if (delayMs === 0) return true;
  const queue = queues.get(key) ?? { tail: Promise.resolve(), waiting: 0 };
  if (queue.waiting >= maxWaiting) return false;
  queues.set(key, queue);
  queue.waiting += 1;
  queue.tail = queue.tail.then(() => wait(delayMs));
  await queue.tail;
  queue.waiting -= 1;
  if (queue.waiting === 0) queues.delete(key);
  return true;
}
