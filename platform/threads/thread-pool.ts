import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ThreadFault } from "./thread-fault.ts";

export interface ThreadPoolOptions {
  /** Longer than this, and the work is given up: the thread is ended, whatever it does. */
  readonly longestMs: number;
  /** A thread without work is ended after this long and gives its memory back. */
  readonly idleMs?: number;
  readonly mostThreads?: number;
  /** Whoever comes after so many is refused: what waits holds a connection to the database. */
  readonly mostWaiting?: number;
  readonly mostMegabytes?: number;
}

/** Does work apart from the event loop, so that everybody else is answered meanwhile. */
export interface ThreadPool<Input, Output> {
  /** Waits its turn when all threads are at work. What goes in and out is copied. */
  run(input: Input): Promise<Output>;
}

interface Task {
  readonly input: unknown;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

/** What a thread answers: see serveThread. */
export type ThreadAnswer =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: unknown };

/** Threads that run `script` (a module that calls serveThread); none is started before there is work. */
export function openThreadPool<Input, Output>(
  script: URL,
  options: ThreadPoolOptions,
): ThreadPool<Input, Output> {
  const { mostThreads = Math.max(1, Math.min(2, availableParallelism() - 1)), mostWaiting = 8 } = options;
  const waiting: Task[] = [];
  const idle: Thread[] = [];
  let count = 0;
  const next = (): void => {
    const task = waiting[0];
    const thread = task && (idle.pop() ?? (count < mostThreads ? start() : undefined));
    if (!task || !thread) return;
    waiting.shift();
    thread.work(task);
  };
  const start = (): Thread => {
    count += 1;
    return openThread(script, options, {
      free: (thread) => {
        idle.push(thread);
        next();
      },
      gone: (thread) => {
        count -= 1;
        if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
        next();
      },
    });
  };
  return {
    run: (input) =>
      new Promise<Output>((resolve, reject) => {
        if (waiting.length >= mostWaiting) reject(new ThreadFault("server-busy"));
        else waiting.push({ input, resolve: resolve as Task["resolve"], reject });
        next();
      }),
  };
}

interface Thread {
  work(task: Task): void;
}

function openThread(
  script: URL,
  { longestMs, idleMs = 60_000, mostMegabytes = 1_024 }: ThreadPoolOptions,
  told: { readonly free: (thread: Thread) => void; readonly gone: (thread: Thread) => void },
): Thread {
  const worker = new Worker(script, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  let task: Task | null = null;
  let timer: NodeJS.Timeout | undefined;
  let reason: Error = new ThreadFault("work-unfinished");
  const thread: Thread = {
    work(given) {
      task = given;
      clearTimeout(timer);
      timer = setTimeout(() => end(new ThreadFault("work-unfinished")), longestMs);
      // Only work keeps the program alive, a thread that waits for some does not.
      worker.ref();
      worker.postMessage(given.input);
    },
  };
  const end = (why: Error): void => {
    reason = why;
    void worker.terminate();
  };
  worker.on("message", (answer: ThreadAnswer) => {
    const done = task;
    task = null;
    clearTimeout(timer);
    timer = setTimeout(() => end(new ThreadFault("work-unfinished")), idleMs).unref();
    worker.unref();
    if (answer.ok) done?.resolve(answer.output as never);
    else done?.reject(answer.error instanceof Error ? answer.error : new ThreadFault("work-unfinished"));
    told.free(thread);
  });
  worker.on("error", (error) => {
    reason = new ThreadFault("work-unfinished", error);
  });
  worker.on("exit", () => {
    clearTimeout(timer);
    task?.reject(reason);
    told.gone(thread);
  });
  return thread;
}
