import { expect, test, vi } from "vitest";
import { newCommandKey } from "./command-key.ts";

test("操作编号每次不同，长度合乎服务器要求", () => {
  const keys = new Set(Array.from({ length: 100 }, newCommandKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key.length).toBeGreaterThanOrEqual(8);
});

test("内网非加密页面没有 randomUUID，也能产生操作编号", () => {
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  expect(newCommandKey()).toMatch(/^[0-9a-f]{32}$/);
  vi.unstubAllGlobals();
});
