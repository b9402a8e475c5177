import { createDecipheriv, randomBytes, timingSafeEqual } from "node:crypto";
import type { CryptoModule } from "./crypto-module.ts";
import { type Key, type KeyRing, keyIdLength } from "./key-ring.ts";
import { nativeCrypto } from "./native-crypto.ts";

/**
 * Keeps a secret unreadable in the database. `place` says where it belongs ("access.authenticator/<id>"): what was
 * sealed for one place does not open in another.
 */
export interface SecretBox {
  seal(secret: string, place: string): Buffer;
  /** Null when it was sealed by another key, for another place, or has been changed. */
  open(sealed: Buffer, place: string): string | null;
}

/** First byte of everything sealed, so that another cipher can stand beside this one. */
const version = 2;
const nonceLength = 16;
const codeLength = 32;
const headLength = 1 + keyIdLength + nonceLength;

/**
 * SM4-CTR under HMAC-SM3, encrypted first and then authenticated, with keys derived from the newest of the ring.
 * Envelope: version (1) · key id (8) · nonce (16) · ciphertext · code (32). The code covers everything before it and
 * the place. What was sealed before by AES-256-GCM (version 1) can still be opened.
 */
export const createSecretBox = (ring: KeyRing, module: CryptoModule = nativeCrypto): SecretBox => ({
  seal(secret, place) {
    const key = ring.newest();
    const nonce = randomBytes(nonceLength);
    const head = Buffer.concat([Buffer.of(version), Buffer.from(key.id, "hex"), nonce]);
    const body = module.applyStream(streamKeyOf(key, module), nonce, Buffer.from(secret, "utf8"));
    return Buffer.concat([head, body, codeOf(key, module, { head, body, place })]);
  },
  open(sealed, place) {
    if (sealed[0] === oldVersion) return openOld(sealed, place, ring);
    const id = keyIdOf(sealed);
    const key = id === null ? null : ring.find(id);
    if (!key) return null;
    const head = sealed.subarray(0, headLength);
    const body = sealed.subarray(headLength, -codeLength);
    if (!timingSafeEqual(sealed.subarray(-codeLength), codeOf(key, module, { head, body, place })))
      return null;
    return module
      .applyStream(streamKeyOf(key, module), head.subarray(1 + keyIdLength), body)
      .toString("utf8");
  },
});

/** Which key sealed this, or null for what no key of a ring with ids has sealed. */
const keyIdOf = (sealed: Buffer): string | null =>
  sealed[0] === version && sealed.length >= headLength + codeLength
    ? sealed.subarray(1, 1 + keyIdLength).toString("hex")
    : null;

/** Two keys from one, so that neither the cipher nor the code learns the other's. */
const streamKeyOf = ({ bytes }: Key, module: CryptoModule): Buffer =>
  Buffer.from(module.authenticate(bytes, "panshi sm4-ctr"), "hex").subarray(0, 16);

const codeKeyOf = ({ bytes }: Key, module: CryptoModule): Buffer =>
  Buffer.from(module.authenticate(bytes, "panshi hmac-sm3"), "hex");

function codeOf(
  key: Key,
  module: CryptoModule,
  { head, body, place }: { readonly head: Buffer; readonly body: Buffer; readonly place: string },
): Buffer {
  const named = Buffer.from(place, "utf8");
  // Its length first, so that no part of the place passes for a part of the text.
  const length = Buffer.alloc(4);
  length.writeUInt32BE(named.length);
  const content = Buffer.concat([head, length, named, body]);
  return Buffer.from(module.authenticate(codeKeyOf(key, module), content), "hex");
}

const oldVersion = 1;
const oldNonceLength = 12;
const oldTagLength = 16;

function openOld(sealed: Buffer, place: string, ring: KeyRing): string | null {
  const bodyFrom = 1 + oldNonceLength + oldTagLength;
  if (sealed.length < bodyFrom) return null;
  const nonce = sealed.subarray(1, 1 + oldNonceLength);
  for (const { bytes } of ring.all()) {
    const decipher = createDecipheriv("aes-256-gcm", bytes, nonce, { authTagLength: oldTagLength });
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(1 + oldNonceLength, bodyFrom));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(bodyFrom)), decipher.final()]).toString("utf8");
    } catch {
      // Sealed by another generation, or changed.
    }
  }
  return null;
}
