import { endsSentence } from "./characters.ts";
import type { Draft } from "./draft.ts";
import { isImperative } from "./imperatives.ts";
import { findModals } from "./modality.ts";
import type { TableRow } from "./tables.ts";
import type { Source } from "./tokens.ts";

const longestHeading = 45;
const longestLabel = 16;
/** A longer sentence that binds somebody is the matter itself. */
const longestImperative = 24;

/** The short first sentence or line by which a clause names itself; null when it begins with its matter. */
export function readHeading({ text, level, enclosures }: Source, draft: Draft): string | null {
  const [start, end] = draft.pieces;
  if (draft.row) return readRowHead(text, draft.row);
  if (start === undefined || end === undefined || draft.kind === "member") return null;
  if (draft.token?.family === "tail") return null;
  if (draft.kind === "paragraph")
    return readParagraphHead(text.slice(start, Math.min(end, start + longestLabel + 2)), end - start);
  const from = start + (/^\s*/.exec(text.slice(start, start + 20))?.[0].length ?? 0);
  const limit = Math.min(end, from + longestHeading + 1);
  let label = -1;
  for (let at = from; at < limit; at++) {
    if (enclosures[at] !== 0) continue;
    if (level[at] === "：" && label < 0 && at - from <= longestLabel && !level.slice(from, at).includes("，"))
      label = at;
    if (!endsSentence(level.charCodeAt(at))) continue;
    if (level[at] === "；") return null;
    const rest = text.slice(at + 1, Math.min(end, at + 3)).trim();
    const alone =
      draft.pieces.length === 2 && draft.children.length === 0 && /^[（(【[]?$/.test(rest.slice(0, 1));
    if (alone || (at - from > longestImperative && findModals(level.slice(from, at)).length > 0)) return null;
    return oneLine(text.slice(from, at)).replace(/^[（(][^）)]{0,20}[）)][：:]?/, "");
  }
  if (label > from) return oneLine(text.slice(from, label));
  const line = oneLine(text.slice(from, end)).trim();
  if (line.length > longestHeading || line === "") return null;
  return line.replace(/[：:，,]$/, "");
}

const oneLine = (words: string): string => words.replace(/\s*\n\s*/g, "");

/** 抓好培训。镇党校要…: an imperative of a few words before the matter; other paragraphs name nothing. */
function readParagraphHead(opening: string, length: number): string | null {
  const stop = opening.indexOf("。");
  if (stop < 4 || stop + 1 >= length || /[，：；]/.test(opening.slice(0, stop))) return null;
  const head = opening.slice(0, stop);
  return isImperative(head) ? head : null;
}

/** 阵地建设 before the cell that says what is to be built. */
function readRowHead(text: string, { cells }: TableRow): string | null {
  const [name, matter] = cells.filter(({ column }) => column === "content" || column === "other");
  if (!name || !matter || name.end - name.start > longestHeading) return null;
  return text.slice(name.start, name.end).replace(/[。；]$/, "");
}
