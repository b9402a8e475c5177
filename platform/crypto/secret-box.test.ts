import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createSecretBox, keepKey } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "panshi-key-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("封存的秘密", () => {
  const secretBox = createSecretBox(Buffer.alloc(32, 7));
  const sealed = secretBox.seal("JBSWY3DPEHPK3PXP", "access.authenticator/a");

  test("同一把钥匙、同一处可以打开", () => {
    expect(secretBox.open(sealed, "access.authenticator/a")).toBe("JBSWY3DPEHPK3PXP");
  });

  test("每次封存的密文不同，里面看不到原文", () => {
    expect(secretBox.seal("JBSWY3DPEHPK3PXP", "access.authenticator/a")).not.toEqual(sealed);
    expect(sealed.toString("latin1")).not.toContain("JBSWY3DP");
  });

  test.each<[string, () => string | null]>([
    ["搬到别处打不开", () => secretBox.open(sealed, "access.authenticator/b")],
    ["换了钥匙打不开", () => createSecretBox(Buffer.alloc(32, 8)).open(sealed, "access.authenticator/a")],
    [
      "改动一位打不开",
      () => {
        const changed = Buffer.from(sealed);
        changed[sealed.length - 1] = (changed[sealed.length - 1] ?? 0) ^ 1;
        return secretBox.open(changed, "access.authenticator/a");
      },
    ],
    ["截短的打不开", () => secretBox.open(sealed.subarray(0, 20), "access.authenticator/a")],
    ["空的打不开", () => secretBox.open(Buffer.alloc(0), "access.authenticator/a")],
  ])("%s", (_name, open) => expect(open()).toBeNull());
});

describe("钥匙文件", () => {
  test("第一次生成，只有本用户可读；以后还是同一把", () => {
    const path = join(folder, "kept", "key");
    const first = keepKey(path);
    expect(first).toMatchObject({ ok: true });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keepKey(path)).toEqual(first);
  });

  test("文件里不是钥匙：说明，不覆盖", () => {
    const path = join(folder, "broken");
    writeFileSync(path, "not a key\n");
    expect(keepKey(path)).toEqual({ ok: false, problem: { code: "key-unreadable", path } });
  });
});
