/**
 * At least 10 signs: more than the 8 usual in assessments of GB/T 22239 (domain.md §7.1), because length and a list
 * of known passwords keep out more guesses than classes of signs do (NIST SP 800-63B, 5.1.1.2, which is why no
 * classes are asked for). At most 128, so that nobody lets the server digest a book.
 */
export const passwordLimits = { minLength: 10, maxLength: 128, minDistinct: 5 } as const;

export interface PasswordSurroundings {
  readonly loginName: string;
  /** Names that a stranger would try first, in letters: "linxiaochen", "liushuzhen", "liushu". */
  readonly knownNames: readonly string[];
  /** Lower case, without trailing digits. */
  readonly commonPasswords: ReadonlySet<string>;
}

export type PasswordProblem =
  | { readonly code: "password-too-short"; readonly minLength: number }
  | { readonly code: "password-too-long"; readonly maxLength: number }
  | { readonly code: "password-too-simple" }
  | { readonly code: "password-too-common" }
  | { readonly code: "password-has-login-name" }
  | { readonly code: "password-has-known-name" };

/** Shorter names stand in too many honest passwords to be refused. */
const minNameLength = 4;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, "");

/** What people put in the place of a letter. */
const disguises: Readonly<Record<string, string>> = {
  "@": "a",
  "0": "o",
  "1": "i",
  "3": "e",
  $: "s",
  "5": "s",
};
const undisguise = (text: string): string => text.replace(/[@013$5]/g, (sign) => disguises[sign] ?? sign);

/** A known password with digits or signs put behind it is as well known. */
const stemsOf = (lower: string): readonly string[] => {
  const stem = lower.replace(/[\d\p{P}\p{S}]+$/u, "");
  return [lower, lower.replace(/\d+$/, ""), stem, undisguise(lower), undisguise(stem)];
};

/** Why a new password is refused; null when it may be taken. */
export function findPasswordProblem(
  password: string,
  surroundings: PasswordSurroundings,
): PasswordProblem | null {
  const text = password.normalize("NFKC");
  const signs = [...text];
  const { minLength, maxLength, minDistinct } = passwordLimits;
  if (signs.length < minLength) return { code: "password-too-short", minLength };
  if (signs.length > maxLength) return { code: "password-too-long", maxLength };
  if (new Set(signs).size < minDistinct || /^\d+$/.test(text)) return { code: "password-too-simple" };
  const lower = text.toLowerCase();
  if (stemsOf(lower).some((stem) => surroundings.commonPasswords.has(stem))) {
    return { code: "password-too-common" };
  }
  if (lower.includes(surroundings.loginName.toLowerCase())) return { code: "password-has-login-name" };
  const letters = lettersOf(lower);
  const isNamed = surroundings.knownNames.some((name) => {
    const known = lettersOf(name);
    const isChinese = /\p{Script=Han}/u.test(known);
    return known.length >= (isChinese ? 2 : minNameLength) && letters.includes(known);
  });
  return isNamed ? { code: "password-has-known-name" } : null;
}
