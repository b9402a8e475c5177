import { isAdministrator } from "#rooms/people/core/index.ts";
import { actionsOf, type PostPlace, scopeOf } from "./policy.ts";

/** The root of an area's tree is the only place whose path is a single step (0004_organizations.sql). */
const isWholeArea = (path: string): boolean => !path.includes(".");

/** Whether a post reads or does something in every unit of the area. */
const reachesWholeArea = (post: PostPlace): boolean =>
  actionsOf(post.postKind).some((action) => scopeOf(post, action).paths.some(isWholeArea));

/**
 * Administrators, and whoever sees the whole county, sign in with two factors, one of them cryptographic.
 * Source: GB/T 22239 身份鉴别, level 3 (domain.md §7.1). Demo accounts share a printed password and are exempt.
 */
export const mustHaveFactor = (posts: readonly PostPlace[], isDemo: boolean): boolean =>
  !isDemo && posts.some((post) => isAdministrator(post.postKind) || reachesWholeArea(post));

export type FactorKind = "passkey" | "authenticator";

/** A second factor that an account has. */
export interface Factor {
  readonly id: string;
  readonly kind: FactorKind;
}

/** The last factor stays where one is required. */
export const mayRemoveFactor = (factors: readonly Factor[], factorId: string, isRequired: boolean): boolean =>
  !isRequired || factors.some((factor) => factor.id !== factorId);

/** What somebody has shown: one of his factors, or (null) a recovery code. */
export interface Proof {
  readonly factorId: string | null;
}

/**
 * A factor is removed on the strength of another one or of a recovery code, so that whoever has taken a phone cannot
 * take away the key as well. When nothing else is there, the factor itself will do.
 */
export const provesRemoval = (factors: readonly Factor[], factorId: string, proof: Proof | null): boolean =>
  proof !== null && (proof.factorId !== factorId || factors.length === 1);

/** 10 codes, each good once. Twice what a careless year uses up; 80 bits each, so that a digest is enough. */
export const recoveryCodeCount = 10;

/** As people type it from paper: with or without dashes, in either case, with l and o for what they look like. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s-]/g, "")
    .replace(/[il]/g, "1")
    .replace(/o/g, "0");
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(code) ? code : null;
}

/** In groups of four, as it is printed. */
export const writeRecoveryCode = (code: string): string => (code.match(/.{4}/g) ?? []).join("-");

/** Crockford's 32 signs: none of them looks like another. */
export const recoveryCodeSigns = "0123456789abcdefghjkmnpqrstvwxyz";
