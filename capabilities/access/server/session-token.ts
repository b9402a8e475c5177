import { createHash, randomBytes } from "node:crypto";

/** "350121.<43 characters>": the area leads, so that the first query already knows its territory. */
export const newSessionToken = (areaCode: string): string =>
  `${areaCode}.${randomBytes(32).toString("base64url")}`;

/** The territory and the digest under which a token is stored, or null when it is not of our making. */
export function readSessionToken(
  token: string,
): { readonly areaCode: string; readonly digest: Buffer } | null {
  const match = /^([0-9]{6})\.[A-Za-z0-9_-]{43}$/.exec(token);
  if (!match?.[1]) return null;
  return { areaCode: match[1], digest: createHash("sha256").update(token).digest() };
}
