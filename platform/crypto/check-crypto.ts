import type { CryptoModule } from "./crypto-module.ts";

const digestVectors = [
  // GB/T 32905-2016 appendix A.1 and A.2.
  ["abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"],
  ["abcd".repeat(16), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"],
] as const;

/** GM/T 0042-2015 appendix D.3, first vector. */
const authenticationVector = {
  key: Uint8Array.from({ length: 32 }, (_, index) => index + 1),
  content: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2),
  code: "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a",
} as const;

const streamKey = Buffer.from("0123456789abcdeffedcba9876543210", "hex");

const streamVectors = [
  // GB/T 32907-2016 appendix A.1: in counter mode one block of the cipher is what zeros become.
  {
    counter: "0123456789abcdeffedcba9876543210",
    content: "00".repeat(16),
    result: "681edf34d206965e86b3e94f536e4246",
  },
  // RFC 8998 appendix A.1 (SM4-GCM): its text is encrypted in counter mode from the second counter on.
  {
    counter: "00001234567800000000abcd00000002",
    content: ["aa", "bb", "cc", "dd", "ee", "ff", "ee", "aa"].map((byte) => byte.repeat(8)).join(""),
    result:
      "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735" +
      "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d",
  },
] as const;

const remedy = "请改用随本程序安装的 Node，或带国密算法的 OpenSSL。";

/** Null when the module computes what the standards print; else one line for whoever starts the program. */
export const checkCrypto = (module: CryptoModule): string | null =>
  checkDigests(module) ?? checkStream(module);

function checkDigests(module: CryptoModule): string | null {
  try {
    const { key, content, code } = authenticationVector;
    const right =
      digestVectors.every(([text, digest]) => module.digest(text) === digest) &&
      module.authenticate(key, content) === code;
    return right ? null : `国密算法 SM3 的计算结果与标准（GB/T 32905）不符，不能使用。${remedy}`;
  } catch {
    return `运行环境的 OpenSSL 不含国密算法 SM3，审计记录无法封存。${remedy}`;
  }
}

function checkStream(module: CryptoModule): string | null {
  try {
    const right = streamVectors.every(({ counter, content, result }) => {
      const given = module.applyStream(streamKey, Buffer.from(counter, "hex"), Buffer.from(content, "hex"));
      return given.toString("hex") === result;
    });
    return right ? null : `国密算法 SM4 的计算结果与标准（GB/T 32907）不符，不能使用。${remedy}`;
  } catch {
    return `运行环境的 OpenSSL 不含国密算法 SM4，个人信息无法加密保存。${remedy}`;
  }
}
