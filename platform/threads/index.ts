export { serveThread } from "./serve-thread.ts";
export { ThreadFault } from "./thread-fault.ts";
export { openThreadPool, type ThreadPool } from "./thread-pool.ts";
