import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { openThreadPool } from "./thread-pool.ts";

interface Input {
  readonly gate?: Int32Array;
  readonly value: number;
}

const script = new URL("./sample-thread.ts", import.meta.url);
const open = (options: object = {}) =>
  openThreadPool<Input, number>(script, { longestMs: 60_000, ...options });

const closedGate = () => new Int32Array(new SharedArrayBuffer(4));
const pass = (gate: Int32Array): void => {
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
};

describe("费时的活另起线程", () => {
  test("线程停在那里不动，别人的请求照样答复", async () => {
    const server = createServer((_request, response) => response.end("在"));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    const gate = closedGate();
    const work = open().run({ gate, value: 21 });
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe("在");
    pass(gate);
    expect(await work).toBe(42);
    server.close();
  });

  test("线程不够就排队，各得各的结果；排队太长的当场拒绝", async () => {
    const pool = open({ mostThreads: 1, mostWaiting: 2 });
    const gate = closedGate();
    const first = pool.run({ gate, value: 1 });
    const queued = [pool.run({ value: 2 }), pool.run({ value: 3 })];
    await expect(pool.run({ value: 4 })).rejects.toMatchObject({ code: "server-busy" });
    pass(gate);
    expect(await Promise.all([first, ...queued])).toEqual([2, 4, 6]);
  });

  test("活里的差错原样交回，线程接着干", async () => {
    const pool = open({ mostThreads: 1 });
    await expect(pool.run({ value: -1 })).rejects.toThrow("不要-1");
    expect(await pool.run({ value: 5 })).toBe(10);
  });

  test("线程自己断了，只误这一件，后来的另起一个线程", async () => {
    const pool = open({ mostThreads: 1 });
    const broken = pool.run({ value: 404 });
    const next = pool.run({ value: 6 });
    await expect(broken).rejects.toMatchObject({ code: "work-unfinished" });
    expect(await next).toBe(12);
  });

  test("到时限还没干完的，停掉，后来的不受影响", async () => {
    const pool = open({ mostThreads: 1, longestMs: 300 });
    await expect(pool.run({ gate: closedGate(), value: 7 })).rejects.toMatchObject({
      code: "work-unfinished",
    });
    const gate = closedGate();
    pass(gate);
    expect(await openThreadPool<Input, number>(script, { longestMs: 60_000 }).run({ gate, value: 8 })).toBe(
      16,
    );
  });
});
