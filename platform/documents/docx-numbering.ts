import { writeListNumber } from "./number-formats.ts";
import { findChild, findChildValue, isSwitchedOn, type XmlElement } from "./xml-element.ts";

/** Where a paragraph stands in a list: which list, and how deep (0 is the outermost). */
export type ListPosition = { readonly listId: string; readonly level: number };

type Level = {
  readonly start: number;
  readonly format: string;
  readonly template: string;
  readonly suffix: string;
  /** 1-based level whose use restarts this one; 0 never, null any outer level. */
  readonly restartLevel: number | null;
  readonly styleId: string | null;
  readonly writesDigitsOnly: boolean;
};

type List = {
  /** Lists made from one abstract definition count on together. */
  readonly countedWith: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
};

export type Numbering = ReadonlyMap<string, List>;

export function readNumbering(root: XmlElement | null): Numbering {
  const abstracts = new Map<string, XmlElement>();
  const listsOfStyle = new Map<string, string>();
  for (const element of root?.children ?? []) {
    const id = element.attributes["abstractNumId"];
    if (element.name !== "abstractNum" || id === undefined) continue;
    abstracts.set(id, element);
    const style = findChildValue(element, "styleLink");
    if (style !== undefined) listsOfStyle.set(style, id);
  }
  const numbering = new Map<string, List>();
  for (const element of root?.children ?? []) {
    const listId = element.attributes["numId"];
    const named = findChildValue(element, "abstractNumId");
    if (element.name !== "num" || listId === undefined || named === undefined) continue;
    // A definition may only say "as that list style does".
    const borrowed = findChildValue(abstracts.get(named), "numStyleLink");
    const abstractId = (borrowed !== undefined ? listsOfStyle.get(borrowed) : undefined) ?? named;
    numbering.set(listId, readList(element, abstractId, abstracts.get(abstractId)));
  }
  return numbering;
}

function readList(num: XmlElement, abstractId: string, abstract: XmlElement | undefined): List {
  const levels = new Map<number, Level>();
  const restarts = new Map<number, number>();
  for (const element of abstract?.children ?? [])
    if (element.name === "lvl" && hasDepth(element)) levels.set(readDepth(element), readLevel(element));
  for (const override of num.children) {
    if (override.name !== "lvlOverride" || !hasDepth(override)) continue;
    const replaced = findChild(override, "lvl");
    if (replaced) levels.set(readDepth(override), readLevel(replaced));
    const restart = Number(findChildValue(override, "startOverride") ?? Number.NaN);
    if (Number.isInteger(restart)) restarts.set(readDepth(override), restart);
  }
  return { countedWith: abstractId, levels, restarts };
}

/** Word knows nine levels. */
const hasDepth = (element: XmlElement): boolean => /^[0-8]$/.test(element.attributes["ilvl"] ?? "0");

const readDepth = (element: XmlElement): number => Number(element.attributes["ilvl"] ?? 0);

function readLevel(element: XmlElement): Level {
  const restart = findChildValue(element, "lvlRestart");
  return {
    start: Number(findChildValue(element, "start") ?? 0),
    format: readFormat(element),
    template: findChildValue(element, "lvlText") ?? "",
    suffix: findChildValue(element, "suff") ?? "tab",
    restartLevel: restart === undefined ? null : Number(restart),
    styleId: findChildValue(element, "pStyle") ?? null,
    writesDigitsOnly: isSwitchedOn(element, "isLgl"),
  };
}

/** Formats newer than the standard come with a fallback that is in it. */
function readFormat(level: XmlElement): string {
  const alternative = findChild(findChild(level, "AlternateContent"), "Fallback");
  return findChildValue(level, "numFmt") ?? findChildValue(alternative, "numFmt") ?? "decimal";
}

/** The level that belongs to a paragraph style ("标题 1" is level 0 of its list), if the list says so. */
export function findLevelOfStyle(numbering: Numbering, listId: string, styleId: string): number | null {
  for (const [depth, level] of numbering.get(listId)?.levels ?? [])
    if (level.styleId === styleId) return depth;
  return null;
}

/** Counts through a document; called once for every numbered paragraph, in order. */
export class ListCounter {
  readonly #numbering: Numbering;
  readonly #values = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /**
   * The number as Word shows it, with what must stand between it and the text: nothing after 一、 or （一）,
   * a space where it would otherwise run into the text (1.1 2026年…). A bullet is no number and gives nothing.
   */
  next(position: ListPosition): string {
    const list = this.#numbering.get(position.listId);
    const level = list?.levels.get(position.level);
    if (!list || !level) return "";
    const values = this.#advance(list, level, position);
    if (level.format === "bullet") return "";
    const text = level.template.replace(/%([1-9])/g, (_match, place: string) => {
      const depth = Number(place) - 1;
      const shown = list.levels.get(depth);
      const format = level.writesDigitsOnly ? "decimal" : (shown?.format ?? "decimal");
      return writeListNumber(values[depth] ?? shown?.start ?? 1, format);
    });
    const needsSpace = level.suffix !== "nothing" && /[\p{L}\p{N}]$/u.test(text);
    return needsSpace ? `${text} ` : text;
  }

  #advance(
    list: List,
    level: Level,
    { listId, level: depth }: ListPosition,
  ): readonly (number | undefined)[] {
    const values = this.#values.get(list.countedWith) ?? [];
    this.#values.set(list.countedWith, values);
    const start = list.restarts.get(depth) ?? level.start;
    const isFirstUse = !this.#restarted.has(`${listId}/${depth}`);
    this.#restarted.add(`${listId}/${depth}`);
    const previous = isFirstUse && list.restarts.has(depth) ? undefined : values[depth];
    values[depth] = previous === undefined ? start : previous + 1;
    // A level that was skipped counts as begun: after 1.1.1 straight under 1, the next of the second level is 1.2.
    for (let outer = 0; outer < depth; outer += 1)
      values[outer] ??= list.restarts.get(outer) ?? list.levels.get(outer)?.start ?? 1;
    for (let inner = depth + 1; inner < values.length; inner += 1) {
      const restartLevel = list.levels.get(inner)?.restartLevel ?? inner;
      if (depth < restartLevel) values[inner] = undefined;
    }
    return values;
  }
}
