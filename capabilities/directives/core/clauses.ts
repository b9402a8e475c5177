import type { Calendar } from "./calendar.ts";
import { trimEnd, trimListSigns } from "./characters.ts";
import type { Clause } from "./clause.ts";
import { readDemands } from "./demands.ts";
import type { Draft } from "./draft.ts";
import { joinPieces, readMarkerText } from "./draft-text.ts";
import { readHeading } from "./headings.ts";
import { isImperative } from "./imperatives.ts";
import type { LineCounter } from "./line-counter.ts";
import { findModals, obliges } from "./modality.ts";
import { judge, readCue, readHeadCue, type Setting } from "./requirement.ts";
import { readRowDemands } from "./row-demands.ts";
import type { Source } from "./tokens.ts";
import { joinWraps } from "./wraps.ts";

export type ClauseContext = { source: Source; setting: Setting; calendar: Calendar; lines: LineCounter };

type Visit = {
  draft: Draft;
  id: string;
  parentId: string | null;
  level: number;
  setting: Setting;
  parentObliges: boolean;
};

/** Turns the tree into the flat list of the wire, judging each clause by what stands around it. */
export function writeClauses(roots: readonly Draft[], context: ClauseContext): Clause[] {
  const clauses: Clause[] = [];
  const pending: Visit[] = visitChildren(
    roots,
    { id: null, level: 0, obliges: false },
    [context.setting, context.setting],
    context,
  );
  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    const { draft } = visit;
    const heading = readHeading(context.source, draft);
    const settings = readSettings(draft, heading, visit.setting, context.source);
    const clause = writeClause(visit, heading, settings[0], context);
    clauses.push(clause);
    const parent = { id: clause.id, level: clause.level, obliges: clause.requirement };
    for (const child of visitChildren(draft.children, parent, [settings[0], settings[1]], context))
      pending.push(child);
  }
  return clauses;
}

type ParentClause = { id: string | null; level: number; obliges: boolean };

/** In reverse, for the stack; a paragraph that announces (现将有关事项通知如下：) sets the tone of what follows. */
function visitChildren(
  drafts: readonly Draft[],
  parent: ParentClause,
  [inherited, series]: readonly [Setting, Setting],
  { source }: ClauseContext,
): Visit[] {
  let following = series;
  const visits = drafts.map((draft, index): Visit => {
    const bare = draft.kind === "paragraph" || draft.token?.family === "tail";
    const setting = bare ? inherited : following;
    if (bare && draft.children.length === 0) following = readLead(source, draft) ?? following;
    const id = parent.id === null ? String(index + 1) : `${parent.id}.${index + 1}`;
    return {
      draft,
      id,
      parentId: parent.id,
      level: parent.level + 1,
      setting,
      parentObliges: parent.obliges,
    };
  });
  return visits.reverse();
}

/** The setting of a clause's own words, and of the series under it. */
function readSettings(
  draft: Draft,
  heading: string | null,
  inherited: Setting,
  source: Source,
): [Setting, Setting] {
  const tells = inherited === "describing" || inherited === "reporting";
  // 任务一： says itself what it heads.
  const label =
    draft.token?.family === "task" ? (draft.token.form === "问题" ? "describing" : "requiring") : null;
  const named =
    heading !== null &&
    !tells &&
    heading.length <= longestName &&
    !isImperative(heading) &&
    findModals(heading).length === 0
      ? readHeadCue(heading)
      : null;
  const own = named ?? label ?? inherited;
  return [own, draft.children.length > 0 ? (readLead(source, draft) ?? own) : own];
}

const longestName = 20;
const longestLead = 120;

/** What the last sentence before a clause's children (or its end) announces. */
function readLead({ plain }: Source, draft: Draft): Setting | null {
  const until = draft.children[0]?.start ?? draft.end;
  let lead = "";
  for (let at = 0; at + 1 < draft.pieces.length; at += 2) {
    const start = draft.pieces[at] as number;
    const end = draft.pieces[at + 1] as number;
    if (end <= until) lead = plain.slice(Math.max(start, end - longestLead), end);
  }
  const sentences = lead.trim().split(/(?<=[。！？；])/);
  const last = sentences.at(-1)?.trim() ?? "";
  if (last === "" || (draft.children.length === 0 && !/[：:]$|意见。$|要求。$/.test(last))) return null;
  const cue = readCue(last);
  if (cue === "neutral") return cue;
  if (cue === "reporting") return cue;
  if (cue === "describing") return obliges(last) ? "requiring" : cue;
  if (isImperative(last) && sentences.length === 1) return null;
  return cue ?? (obliges(last) ? "requiring" : null);
}

function writeClause(visit: Visit, heading: string | null, setting: Setting, context: ClauseContext): Clause {
  const { draft } = visit;
  const { source, calendar } = context;
  const text = joinPieces(source.text, source.text, draft);
  const words = joinWraps({
    text,
    plain: joinPieces(source.text, source.plain, draft),
    level: joinPieces(source.text, source.level, draft),
  });
  const demands = draft.row
    ? readRowDemands(source, draft.row, calendar)
    : readDemands({ ...words, calendar });
  const requirement = judgeDraft(
    visit,
    { plain: words.plain, hasBracket: demands.hasBracket, setting },
    context,
  );
  const { quantities, deadlines, frequencies, organizations } = requirement ? demands.found() : nothingFound;
  return {
    id: visit.id,
    parentId: visit.parentId,
    level: visit.level,
    marker: readMarkerText(source.text, draft),
    heading,
    text: trimListSigns(text),
    sourceLine: context.lines.lineAt(draft.start),
    start: draft.start,
    end: Math.max(draft.start, trimEnd(source.text, draft.start, draft.end)),
    requirement,
    quantities,
    deadlines,
    frequencies,
    organizations,
  };
}

/** Numbered are the clauses that their place makes points of a list. */
const points = new Set(["numbered", "head", "member", "row"]);

function judgeDraft(
  visit: Visit,
  { plain, hasBracket, setting }: { plain: string; hasBracket: boolean; setting: Setting },
  { source }: ClauseContext,
): boolean {
  const { draft } = visit;
  if (draft.kind === "member" && visit.parentObliges) return true;
  if (draft.row) return setting !== "reporting" && hasBracket;
  return judge(
    {
      plain,
      numbered: points.has(draft.kind),
      hasChildren: draft.children.length > 0,
      hasBracket,
      markerObliges: draft.token?.written === true && source.text[draft.token.end - 1] === "要",
    },
    setting,
  );
}

const nothingFound = { quantities: [], deadlines: [], frequencies: [], organizations: [] };
