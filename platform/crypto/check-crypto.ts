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

/** Null when the module computes what the standards print; else one line for whoever starts the program. */
export function checkCrypto(module: CryptoModule): string | null {
  const remedy = "请改用随本程序安装的 Node，或带国密算法的 OpenSSL。";
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
