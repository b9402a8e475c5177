import type { Clause } from "./clause.ts";

type Listed = Pick<Clause, "id" | "parentId" | "requirement" | "text" | "heading"> & {
  readonly dropped?: boolean;
};

/**
 * The requirements that somebody must be given: those with words of their own. A head whose points below it say what
 * to do (“（一）抓实农村党组织建设”, “分以下三步办理：”) is carried by its points and is not given out twice.
 * Source: features.md row 23 (逐条逐项分解，不遗漏、不重复).
 */
export function selectAssignable<Row extends Listed>(clauses: readonly Row[]): Row[] {
  const standing = clauses.filter((clause) => clause.requirement && clause.dropped !== true);
  const carrying = new Set(standing.map(({ parentId }) => parentId));
  return standing.filter((clause) => !(carrying.has(clause.id) && onlyIntroduces(clause)));
}

function onlyIntroduces({ text, heading }: Listed): boolean {
  const own = heading !== null && text.startsWith(heading) ? text.slice(heading.length) : text;
  return /^[。.：:；;，,\s]*$/.test(own) || /[：:]$/.test(text.trim());
}

export type Coverage = {
  readonly requirements: number;
  readonly assigned: number;
  readonly unassigned: number;
  readonly dropped: number;
};

/** Those that count for the coverage: what must be given out, and what would have to be, had it not been dropped. */
export function selectCounted(clauses: readonly Listed[]): Set<string> {
  const whole = selectAssignable(clauses.map((clause) => ({ ...clause, dropped: false })));
  const droppedIds = new Set(clauses.flatMap(({ id, dropped }) => (dropped === true ? [id] : [])));
  const counted = new Set(selectAssignable(clauses).map(({ id }) => id));
  for (const { id } of whole) if (droppedIds.has(id)) counted.add(id);
  return counted;
}

/** 覆盖情况: nothing that is asked may be left without somebody. `usedIds` are the clauses taken up in lists. */
export function tallyCoverage(clauses: readonly Listed[], usedIds: ReadonlySet<string>): Coverage {
  const counted = selectCounted(clauses);
  const standing = clauses.filter(({ id, dropped }) => counted.has(id) && dropped !== true);
  const assigned = standing.filter(({ id }) => usedIds.has(id)).length;
  return {
    requirements: standing.length,
    assigned,
    unassigned: standing.length - assigned,
    dropped: counted.size - standing.length,
  };
}
