import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

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
const version = 1;
const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM with a key of 32 bytes. */
export function createSecretBox(key: Uint8Array): SecretBox {
  return {
    seal(secret, place) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      if (sealed[0] !== version || sealed.length < 1 + nonceLength + tagLength) return null;
      const nonce = sealed.subarray(1, 1 + nonceLength);
      const tag = sealed.subarray(1 + nonceLength, 1 + nonceLength + tagLength);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagLength });
      decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
      try {
        const body = sealed.subarray(1 + nonceLength + tagLength);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
