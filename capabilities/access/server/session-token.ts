import { createHash, randomBytes } from "node:crypto";

const sha256 = (content: string | Buffer): Buffer => createHash("sha256").update(content).digest();

export interface NewToken {
  readonly token: string;
  readonly digest: Buffer;
}

/** "350121.<43 characters>": the area leads, so that the first query already knows its territory. */
export function newSessionToken(areaCode: string): NewToken {
  const token = `${areaCode}.${randomBytes(32).toString("base64url")}`;
  return { token, digest: sha256(token) };
}

/** The territory and the digest under which a token is stored, or null when it is not of our making. */
export function readSessionToken(
  token: string,
): { readonly areaCode: string; readonly digest: Buffer } | null {
  const match = /^([0-9]{6})\.[A-Za-z0-9_-]{43}$/.exec(token);
  if (!match?.[1]) return null;
  return { areaCode: match[1], digest: sha256(token) };
}

/** By what a person names one of his sessions; says nothing about its token. */
export const sessionIdOf = (digest: Buffer): string => sha256(digest).toString("hex").slice(0, 32);
