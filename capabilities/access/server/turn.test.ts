import { describe, expect, test } from "vitest";
import { waitForTurn } from "./turn.ts";

describe("同一地址排队", () => {
  test("不需要等的直接过", async () => {
    expect(await waitForTurn("a", 0, () => Promise.reject(new Error("nobody waits")))).toBe(true);
  });

  test("一个等完才轮到下一个；不同地址不互相等", async () => {
    const finish: (() => void)[] = [];
    const wait = () => new Promise<void>((done) => finish.push(done));
    const passed: string[] = [];
    const come = (name: string, key: string) =>
      waitForTurn(key, 250, wait).then((isIn) => passed.push(`${name}${isIn}`));
    const all = [come("first", "b"), come("second", "b"), come("other", "c")];
    await Promise.resolve();
    expect(finish).toHaveLength(2);
    finish[1]?.();
    await all[2];
    finish[0]?.();
    await all[0];
    finish[2]?.();
    await all[1];
    expect(passed).toEqual(["othertrue", "firsttrue", "secondtrue"]);
  });

  test("二十个在等，第二十一个请他稍后再来；等完之后照常", async () => {
    let open = (): void => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    const waiting = Array.from({ length: 20 }, () => waitForTurn("d", 250, () => gate));
    expect(await waitForTurn("d", 250, () => gate)).toBe(false);
    open();
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: 20 }, () => true));
    expect(await waitForTurn("d", 250, async () => {})).toBe(true);
  });
});
