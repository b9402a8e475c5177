const hexOf = (byte: number): string => byte.toString(16).padStart(2, "0");

/** A fresh Idempotency-Key. randomUUID exists only on https and localhost; county intranets often have neither. */
export function newCommandKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, hexOf).join("");
}
