import { SaxesParser } from "saxes";

/** An element under its local name: producers choose prefixes freely, the words stay the same. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
};

/** Deeper than any office program writes; keeps walks over the tree from exhausting the stack. */
const maxDepth = 200;

class RefusedXml extends Error {}

/**
 * Reads XML strictly and hands over each finished element found `depth` levels below the root, in order,
 * keeping none of them; so a long document needs no more memory than its longest paragraph or table.
 * `visit` may return false to stop. False when the text is not well-formed, nests too deep or declares a DTD:
 * no office program writes one, and entities are how a small file is made to unfold into a huge one.
 */
export function visitXml(xml: string, depth: number, visit: (element: XmlElement) => unknown): boolean {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: XmlElement[] = [];
  let stopped = false;
  const refuse = () => {
    throw new RefusedXml();
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("opentag", (tag) => {
    if (open.length >= maxDepth) refuse();
    open.push({ name: tag.local, attributes: readAttributes(tag.attributes), children: [], text: "" });
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (!element) return;
    if (open.length > depth) open.at(-1)?.children.push(element);
    else if (open.length === depth && !stopped) stopped = visit(element) === false;
  });
  return feed(parser, xml, () => stopped);
}

/** Fed in pieces so that a visitor's "stop" saves the rest of the work. */
function feed(parser: SaxesParser<{ xmlns: true }>, xml: string, isStopped: () => boolean): boolean {
  const pieceLength = 1 << 18;
  try {
    for (let at = 0; at < xml.length && !isStopped(); at += pieceLength)
      parser.write(xml.slice(at, at + pieceLength));
    if (!isStopped()) parser.close();
    return true;
  } catch (error) {
    if (error instanceof RefusedXml) return false;
    throw error;
  }
}

export function parseXml(xml: string): XmlElement | null {
  let root: XmlElement | null = null;
  const isSound = visitXml(xml, 0, (element) => {
    root = element;
  });
  return isSound ? root : null;
}

/** Reads to the end and keeps nothing. */
export const isWellFormed = (xml: string): boolean => visitXml(xml, maxDepth, () => true);

/** A DTD can only stand in the prologue; looked for there to tell malice from mere damage. */
export const declaresDoctype = (xml: string): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(xml.slice(0, 65_536));

type ParsedAttribute = { readonly prefix: string; readonly local: string; readonly value: string };

const noAttributes: Readonly<Record<string, string>> = Object.freeze({});

function readAttributes(parsed: Readonly<Record<string, ParsedAttribute>>): Readonly<Record<string, string>> {
  let attributes: Record<string, string> | null = null;
  for (const { prefix, local, value } of Object.values(parsed)) {
    if (prefix === "xmlns" || local === "xmlns") continue;
    attributes ??= Object.create(null) as Record<string, string>;
    attributes[local] = value;
  }
  return attributes ?? noAttributes;
}

/** UTF-8 or UTF-16, the two that office files may use; null for anything else. */
export function decodeXml(bytes: Uint8Array): string | null {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const findChild = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** The value of `<child val="…">`, the commonest shape in Word's files. */
export const findChildValue = (element: XmlElement | undefined, name: string): string | undefined =>
  findChild(element, name)?.attributes["val"];

/** Word's switches: present means on, unless it says otherwise. */
export function isSwitchedOn(element: XmlElement | undefined, name: string): boolean {
  const child = findChild(element, name);
  return child !== undefined && !["0", "false", "off"].includes(child.attributes["val"] ?? "1");
}
