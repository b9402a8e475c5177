/**
 * What the house needs of a cryptographic module. One implementation stands on the OpenSSL inside Node
 * (native-crypto.ts); a certified module replaces it by implementing the same and being checked by the same
 * vectors (check-crypto.ts). Text is taken as UTF-8.
 */
export interface CryptoModule {
  /** SM3, 32 bytes in lower-case hexadecimal. GB/T 32905-2016. */
  digest(content: string | Uint8Array): string;
  /** HMAC with SM3, 32 bytes in lower-case hexadecimal. GB/T 15852.2-2012. */
  authenticate(key: Uint8Array, content: string | Uint8Array): string;
  /**
   * SM4 in counter mode with a key and a first counter of 16 bytes each; the same call encrypts and decrypts.
   * GB/T 32907-2016, GB/T 17964-2021. It hides and does not protect: secret-box.ts authenticates what it gives.
   */
  applyStream(key: Uint8Array, counter: Uint8Array, content: Uint8Array): Buffer;
}
