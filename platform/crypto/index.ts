export { checkCrypto } from "./check-crypto.ts";
export type { CryptoModule } from "./crypto-module.ts";
export { keepKey } from "./key-file.ts";
export { nativeCrypto } from "./native-crypto.ts";
export { createSecretBox, type SecretBox } from "./secret-box.ts";
