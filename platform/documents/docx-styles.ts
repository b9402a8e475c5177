import { findLevelOfStyle, type ListPosition, type Numbering } from "./docx-numbering.ts";
import { findChild, findChildValue, type XmlElement } from "./xml-element.ts";

type Style = { readonly basedOn: string | null; readonly numbering: XmlElement | null };

export type Styles = { readonly byId: ReadonlyMap<string, Style>; readonly defaultId: string | null };

export function readStyles(root: XmlElement | null): Styles {
  const byId = new Map<string, Style>();
  let defaultId: string | null = null;
  for (const element of root?.children ?? []) {
    const id = element.attributes["styleId"];
    if (element.name !== "style" || id === undefined) continue;
    const isParagraphStyle = (element.attributes["type"] ?? "paragraph") === "paragraph";
    if (!isParagraphStyle) continue;
    const numbering = findChild(findChild(element, "pPr"), "numPr") ?? null;
    byId.set(id, { basedOn: findChildValue(element, "basedOn") ?? null, numbering });
    if (["1", "true", "on"].includes(element.attributes["default"] ?? "")) defaultId = id;
  }
  return { byId, defaultId };
}

/** The list a paragraph belongs to by itself or through its style; null when it is not numbered. */
export function findListPosition(
  properties: XmlElement | undefined,
  styles: Styles,
  numbering: Numbering,
): ListPosition | null {
  const own = findChild(properties, "numPr");
  const ownList = findChildValue(own, "numId");
  const ownLevel = findChildValue(own, "ilvl");
  if (ownList !== undefined)
    return ownList === "0" ? null : { listId: ownList, level: Number(ownLevel ?? 0) };
  const styleId = findChildValue(properties, "pStyle") ?? styles.defaultId;
  const inherited = styleId === null ? null : findStyleList(styleId, styles, numbering);
  if (!inherited) return null;
  return ownLevel === undefined ? inherited : { ...inherited, level: Number(ownLevel) };
}

function findStyleList(styleId: string, styles: Styles, numbering: Numbering): ListPosition | null {
  const visited = new Set<string>();
  let level: number | null = null;
  for (let id: string | null = styleId; id !== null && !visited.has(id); ) {
    visited.add(id);
    const style: Style | undefined = styles.byId.get(id);
    const listId = findChildValue(style?.numbering ?? undefined, "numId");
    const written = findChildValue(style?.numbering ?? undefined, "ilvl");
    if (level === null && written !== undefined) level = Number(written);
    if (listId === "0") return null;
    if (listId !== undefined) {
      const claimed = [...visited].map((name) => findLevelOfStyle(numbering, listId, name));
      return { listId, level: claimed.find((depth) => depth !== null) ?? level ?? 0 };
    }
    id = style?.basedOn ?? null;
  }
  return null;
}
