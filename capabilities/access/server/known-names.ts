import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pinyin } from "pinyin-pro";

const listPath = resolve(import.meta.dirname, "../../../library/passwords/common-passwords.txt");
let list: ReadonlySet<string> | null = null;

/** Passwords that everybody tries first; read once, when somebody first chooses one. */
export function commonPasswords(): ReadonlySet<string> {
  list ??= new Set(
    readFileSync(listPath, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("# ")),
  );
  return list;
}

const lettersOf = (name: string): string =>
  pinyin(name, { toneType: "none", type: "array", v: true }).join("").toLowerCase();

/** 柳树镇 is guessed as "liushu" as well. */
const withoutKind = (name: string): string =>
  name.replace(/(县委|市委|省委|党委|党工委|委员会|党支部|党总支|街道|社区|镇|乡|村|县|市|区)$/u, "");

/** Names that stand around a person, as they are written and as they are spelt. */
export const knownNamesOf = (names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => [name, lettersOf(name), lettersOf(withoutKind(name))])),
];
