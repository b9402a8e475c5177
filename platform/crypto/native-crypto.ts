import { createCipheriv, createHmac, hash } from "node:crypto";
import type { CryptoModule } from "./crypto-module.ts";

/** The algorithms as the OpenSSL inside Node computes them. */
export const nativeCrypto: CryptoModule = {
  digest: (content) => hash("sm3", content, "hex"),
  authenticate: (key, content) => createHmac("sm3", key).update(content).digest("hex"),
  applyStream: (key, counter, content) => createCipheriv("sm4-ctr", key, counter).update(content),
};
