import { type Expression, type SqlBool, sql } from "kysely";
import type { Actor } from "#platform/http/index.ts";
import { coversArea, withinScope } from "#rooms/organizations/server/index.ts";

/**
 * Below the actor's post, drafted by his own unit, or assisted by it; a post without that right reads nothing. The places are compared once for each unit,
 * not once for each task.
 */
export function mayRead(actor: Actor): Expression<SqlBool> {
  const scope = actor.scope("task.read");
  if (coversArea(scope)) return sql<SqlBool>`true`;
  const place = { id: "unit.id", path: "unit.path", systemPath: "unit.system_path" };
  return sql<SqlBool>`(
  ${unitIsAmong(actor, withinScope(scope, place))}
  OR task.drafter_unit_id = ANY (${[...scope.unitIds]}::uuid[])
  OR EXISTS (
    SELECT FROM tasks.assisting_unit AS assisting
    WHERE assisting.area_code = task.area_code AND assisting.task_id = task.id
      AND assisting.unit_id = ANY (${[...scope.unitIds]}::uuid[]))
)`;
}

/** The unit of a task is one of those for which the condition holds. */
export const unitIsAmong = ({ areaCode }: Actor, condition: Expression<SqlBool>): Expression<SqlBool> =>
  sql<SqlBool>`task.unit_id IN (
    SELECT unit.id FROM organizations.read_known_unit AS unit WHERE unit.area_code = ${areaCode} AND ${condition})`;

/** Handed in, and the actor's to judge: not the work of a unit in which he holds a post himself. */
export const waitsFor = (actor: Actor): Expression<SqlBool> => {
  const place = { id: "unit.id", path: "unit.path", systemPath: "unit.system_path" };
  const judged = withinScope(actor.scope("task.judge"), place);
  const own = actor.posts.map(({ unitId }) => unitId);
  return sql<SqlBool>`(task.status = 'submitted' 
    AND (task.unit_id = task.issuer_unit_id OR NOT (task.unit_id = ANY (${own}::uuid[])))
    AND task.issuer_unit_id IN (
      SELECT unit.id FROM organizations.read_unit AS unit WHERE unit.area_code = ${actor.areaCode} AND ${judged}))`;
};
