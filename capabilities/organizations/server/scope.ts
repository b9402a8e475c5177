import { type Expression, type SqlBool, sql } from "kysely";
import type { Scope } from "#platform/http/index.ts";

/** Names of the columns that say where a row stands. */
export interface PlaceColumns {
  readonly id: string;
  readonly path: string;
  readonly systemPath: string;
}

/**
 * The permission of an actor as a condition of a query, so that a list never counts or shows a row outside it.
 * An empty scope matches nothing.
 */
export function withinScope(scope: Scope, columns: PlaceColumns): Expression<SqlBool> {
  if (coversArea(scope)) return sql<SqlBool>`true`;
  const id = sql.ref(columns.id);
  const path = sql.ref(columns.path);
  const systemPath = sql.ref(columns.systemPath);
  return sql<SqlBool>`(
    ${path} <@ ANY (${[...scope.paths]}::ltree[])
    OR ${systemPath} <@ ANY (${[...scope.systemPaths]}::ltree[])
    OR ${id} = ANY (${[...scope.unitIds]}::uuid[])
  )`;
}

/**
 * Whether a scope holds every unit of the area: its tree has one root, and a path of one step is the root. Saves
 * comparing a path per row for those who see the whole county.
 */
export const coversArea = (scope: Scope): boolean =>
  scope.paths.some((path) => path !== "" && !path.includes("."));
