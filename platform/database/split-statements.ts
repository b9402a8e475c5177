export type Statement = { text: string; line: number };

/**
 * Where a quoted or commented stretch that begins at `start` ends; `start` itself when none begins there.
 * Knows '…', "…", $tag$…$tag$, -- to the line's end, and nested block comments; not E'…\\'…' and not
 * BEGIN ATOMIC, which our files do without.
 */
function skipOpaque(sql: string, start: number): number {
  const two = sql.slice(start, start + 2);
  if (two === "--") return endOr(sql, sql.indexOf("\n", start));
  if (two === "/*") return skipBlockComment(sql, start);
  const first = sql[start];
  if (first === "'" || first === '"') return endOr(sql, sql.indexOf(first, start + 1) + 1 || -1);
  if (first === "$") {
    const tag = /^\$(?:[A-Za-z_]\w*)?\$/.exec(sql.slice(start, start + 70))?.[0];
    if (!tag) return start;
    const close = sql.indexOf(tag, start + tag.length);
    return close < 0 ? sql.length : close + tag.length;
  }
  return start;
}

const endOr = (sql: string, index: number): number => (index < 0 ? sql.length : index);

function skipBlockComment(sql: string, start: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === "/*" ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return sql.length;
}

/** The statements of an SQL file, each with the line on which its first word stands. */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  for (let at = 0; at <= sql.length; ) {
    if (at === sql.length || sql[at] === ";") {
      const statement = cutStatement(sql, from, at);
      if (statement) statements.push(statement);
      from = at + 1;
      at += 1;
      continue;
    }
    const end = skipOpaque(sql, at);
    at = end > at ? end : at + 1;
  }
  return statements;
}

const leadingSpaceAndComments = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*/;

function cutStatement(sql: string, from: number, to: number): Statement | null {
  const raw = sql.slice(from, to);
  const lead = leadingSpaceAndComments.exec(raw)?.[0].length ?? 0;
  const text = raw.slice(lead).trimEnd();
  return text === "" ? null : { text, line: lineAt(sql, from + lead) };
}

/** The line, counted from 1, of an offset. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
