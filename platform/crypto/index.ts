export { checkCrypto } from "./check-crypto.ts";
export type { CryptoModule } from "./crypto-module.ts";
export { addKey, keepKeys } from "./key-file.ts";
export { type KeyRing, keyRingOf } from "./key-ring.ts";
export { nativeCrypto } from "./native-crypto.ts";
export { createSecretBox, type SecretBox } from "./secret-box.ts";
