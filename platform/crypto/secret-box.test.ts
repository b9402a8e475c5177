import { createCipheriv } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSecretBox, keyRingOf } from "./index.ts";

const place = "access.authenticator/a";
const oldKey = Buffer.alloc(32, 7);
const newKey = Buffer.alloc(32, 8);

describe("封存的秘密", () => {
  const secretBox = createSecretBox(keyRingOf(oldKey));
  const sealed = secretBox.seal("JBSWY3DPEHPK3PXP", place);

  test("任何文字封存后都能原样打开", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (secret, where) => {
        expect(secretBox.open(secretBox.seal(secret, where), where)).toBe(secret);
      }),
    );
  });

  test("改动任何一个字节，改成任何别的值，都打不开", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), fc.string({ maxLength: 40 }), (change, secret) => {
        const sound = secretBox.seal(secret, place);
        for (let at = 0; at < sound.length; at += 1) {
          const changed = Buffer.from(sound);
          changed[at] = (changed[at] ?? 0) ^ change;
          expect(secretBox.open(changed, place)).toBeNull();
        }
      }),
      { numRuns: 30 },
    );
  });

  test("截成任何长短都打不开", () => {
    for (let length = 0; length < sealed.length; length += 1) {
      expect(secretBox.open(sealed.subarray(0, length), place)).toBeNull();
    }
  });

  test("每次封存的密文不同，里面看不到原文", () => {
    expect(secretBox.seal("JBSWY3DPEHPK3PXP", place)).not.toEqual(sealed);
    expect(sealed.toString("latin1")).not.toContain("JBSWY3DP");
  });

  test("搬到别处打不开，换了密钥打不开", () => {
    expect(secretBox.open(sealed, "access.authenticator/b")).toBeNull();
    expect(createSecretBox(keyRingOf(newKey)).open(sealed, place)).toBeNull();
  });

  test("有几代密钥：用最新的封存，旧的封存的仍能打开", () => {
    const both = createSecretBox(keyRingOf(oldKey, newKey));
    expect(both.open(sealed, place)).toBe("JBSWY3DPEHPK3PXP");
    const newer = both.seal("新", place);
    expect(secretBox.open(newer, place)).toBeNull();
    expect(createSecretBox(keyRingOf(newKey)).open(newer, place)).toBe("新");
  });

  test("以前用AES-256-GCM封存的仍能打开，改动的打不开", () => {
    const nonce = Buffer.alloc(12, 3);
    const cipher = createCipheriv("aes-256-gcm", oldKey, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update("旧的"), cipher.final()]);
    const old = Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]);
    expect(createSecretBox(keyRingOf(oldKey, newKey)).open(old, place)).toBe("旧的");
    expect(secretBox.open(old, "别处")).toBeNull();
    old[old.length - 1] = (old[old.length - 1] ?? 0) ^ 1;
    expect(secretBox.open(old, place)).toBeNull();
    expect(secretBox.open(old.subarray(0, 20), place)).toBeNull();
  });
});
