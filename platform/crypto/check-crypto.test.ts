import { describe, expect, test } from "vitest";
import { checkCrypto } from "./check-crypto.ts";
import { nativeCrypto } from "./native-crypto.ts";

describe("国密算法", () => {
  test.each([
    ["GB/T 32905 附录 A.1", "abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
    [
      "GB/T 32905 附录 A.2（一个整分组）",
      "abcd".repeat(16),
      "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
    ],
  ])("杂凑值与标准一致：%s", (_name, text, digest) => {
    expect(nativeCrypto.digest(text)).toBe(digest);
    expect(nativeCrypto.digest(Buffer.from(text))).toBe(digest);
  });

  test("消息鉴别码与 GM/T 0042 附录 D.3 一致", () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index + 1));
    const content = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2);
    expect(nativeCrypto.authenticate(key, content)).toBe(
      "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a",
    );
  });

  test.each([
    [
      "GB/T 32907 附录 A.1（一个分组）",
      "0123456789abcdeffedcba9876543210",
      "00".repeat(16),
      "681edf34d206965e86b3e94f536e4246",
    ],
    [
      "RFC 8998 附录 A.1（SM4-GCM 的计数部分）",
      "00001234567800000000abcd00000002",
      ["aa", "bb", "cc", "dd", "ee", "ff", "ee", "aa"].map((byte) => byte.repeat(8)).join(""),
      "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d",
    ],
  ])("加密结果与标准一致：%s", (_name, counter, content, result) => {
    const key = Buffer.from("0123456789abcdeffedcba9876543210", "hex");
    const apply = (bytes: Buffer): Buffer =>
      nativeCrypto.applyStream(key, Buffer.from(counter, "hex"), bytes);
    expect(apply(Buffer.from(content, "hex")).toString("hex")).toBe(result);
    expect(apply(Buffer.from(result, "hex")).toString("hex")).toBe(content);
  });

  test("本机的算法通过启动检查", () => expect(checkCrypto(nativeCrypto)).toBeNull());

  test("缺少算法或算错时，用一行中文说明", () => {
    const missing = {
      ...nativeCrypto,
      digest: (): string => {
        throw new Error("Digest method not supported");
      },
    };
    expect(checkCrypto(missing)).toMatch(/^运行环境的 OpenSSL 不含国密算法 SM3.*。$/);
    expect(checkCrypto({ ...nativeCrypto, digest: () => "0".repeat(64) })).toMatch(/与标准.*不符/);
    expect(checkCrypto({ ...nativeCrypto, authenticate: () => "" })).toMatch(/与标准.*不符/);
    expect(
      checkCrypto({ ...nativeCrypto, applyStream: (_key, _counter, content) => Buffer.from(content) }),
    ).toMatch(/SM4.*与标准.*不符/);
    const withoutStream = {
      ...nativeCrypto,
      applyStream: (): Buffer => {
        throw new Error("Unknown cipher");
      },
    };
    expect(checkCrypto(withoutStream)).toMatch(/^运行环境的 OpenSSL 不含国密算法 SM4.*。$/);
  });
});
