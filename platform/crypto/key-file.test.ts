import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { addKey, createSecretBox, type KeyRing, keepKeys } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "panshi-key-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function keep(path: string): KeyRing {
  const kept = keepKeys(path);
  if (!kept.ok) throw new Error(kept.problem.code);
  return kept.value;
}

describe("密钥文件", () => {
  test("第一次生成，只有本用户可读；以后还是同一把", () => {
    const path = join(folder, "kept", "key");
    const first = keep(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keep(path).newest()).toEqual(first.newest());
    expect(first.newest().bytes).toHaveLength(32);
  });

  test("增加一代：排在最后，旧的还在，正在使用的密钥环不用重启就认得", () => {
    const path = join(folder, "rotated");
    const ring = keep(path);
    const old = ring.newest();
    const sealedBefore = createSecretBox(ring).seal("秘密", "处");
    const added = addKey(path);
    expect(added.ok && added.value.id).toBe(ring.newest().id);
    expect(ring.newest()).not.toEqual(old);
    expect(ring.find(old.id)).toEqual(old);
    expect(createSecretBox(ring).open(sealedBefore, "处")).toBe("秘密");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keep(path).all()).toHaveLength(2);
  });

  test.each([["not a key\n"], [""], [`${"A".repeat(43)}\nnot a key\n`]])(
    "文件里不是密钥：说明，不覆盖（%j）",
    (content) => {
      const path = join(folder, "broken");
      writeFileSync(path, content);
      expect(keepKeys(path)).toEqual({ ok: false, problem: { code: "key-unreadable", path } });
      expect(addKey(path)).toEqual({ ok: false, problem: { code: "key-unreadable", path } });
      expect(readFileSync(path, "utf8")).toBe(content);
    },
  );
});
