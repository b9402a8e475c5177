import { nativeCrypto } from "./native-crypto.ts";

/** One generation of a key; its id may be told, it gives nothing of the key away. */
export interface Key {
  /** 8 bytes in hexadecimal. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** Generations of one key: the newest seals, all open. */
export interface KeyRing {
  newest(): Key;
  find(id: string): Key | null;
  /** Oldest first. */
  all(): readonly Key[];
}

export const keyIdLength = 8;

export const keyOf = (bytes: Uint8Array): Key => ({
  id: nativeCrypto.authenticate(bytes, "panshi key id").slice(0, keyIdLength * 2),
  bytes: Buffer.from(bytes),
});

/** A ring of keys that are at hand, oldest first. */
export function keyRingOf(first: Uint8Array, ...later: readonly Uint8Array[]): KeyRing {
  const oldest = keyOf(first);
  const keys = [oldest, ...later.map(keyOf)];
  return {
    newest: () => keys.at(-1) ?? oldest,
    find: (id) => keys.find((key) => key.id === id) ?? null,
    all: () => keys,
  };
}
