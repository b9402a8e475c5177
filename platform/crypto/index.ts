export { checkCrypto } from "./check-crypto.ts";
export type { CryptoModule } from "./crypto-module.ts";
export { nativeCrypto } from "./native-crypto.ts";
