import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The earliest day a zip can hold; local time, because that is what zip and its writers count in. */
const packedOn = new Date(1980, 0, 1);

/**
 * Packs an office file anew so that its bytes depend on its content alone: parts in the order of their names,
 * no time of packing, and in the properties `day` instead of the moment of writing.
 */
export function freezePackage(
  packed: Uint8Array,
  day: string,
  replacements: Readonly<Record<string, string>> = {},
): Uint8Array {
  const parts = unzipSync(packed);
  const frozen: Zippable = {};
  for (const name of orderParts(Object.keys(parts))) {
    const content = parts[name];
    if (name.endsWith("/") || !content) continue;
    const replacement = replacements[name];
    if (replacement !== undefined) frozen[name] = strToU8(replacement);
    else frozen[name] = name === "docProps/core.xml" ? freezeProperties(content, day) : content;
  }
  return zipSync(frozen, { level: 6, mtime: packedOn });
}

/** Readers that recognize a file by its first bytes expect the list of content types at the front. */
const orderParts = (names: readonly string[]): readonly string[] =>
  names.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));

const rank = (name: string): number => (name === "[Content_Types].xml" ? 0 : name === "_rels/.rels" ? 1 : 2);

const freezeProperties = (content: Uint8Array, day: string): Uint8Array =>
  strToU8(
    strFromU8(content).replace(
      /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g,
      (_match, open: string, _name: string, close: string) => `${open}${day}T00:00:00Z${close}`,
    ),
  );
