/** Work in a thread was not begun because too much waits, or came to no end: too slow, or the thread broke (memory). */
export class ThreadFault extends Error {
  readonly code: "server-busy" | "work-unfinished";

  constructor(code: ThreadFault["code"], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
