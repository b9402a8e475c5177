/**
 * What the house needs of a cryptographic module. One implementation stands on the OpenSSL inside Node
 * (native-crypto.ts); a certified module replaces it by implementing the same and being checked by the same
 * vectors (check-crypto.ts). Text is taken as UTF-8. Encryption (SM4-CTR) joins here as further members.
 */
export interface CryptoModule {
  /** SM3, 32 bytes in lower-case hexadecimal. GB/T 32905-2016. */
  digest(content: string | Uint8Array): string;
  /** HMAC with SM3, 32 bytes in lower-case hexadecimal. GB/T 15852.2-2012. */
  authenticate(key: Uint8Array, content: string | Uint8Array): string;
}
