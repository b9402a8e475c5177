import type { Static } from "typebox";
import type { BodyOf, ResponseOf } from "#platform/http/contract.ts";
import { responsibilityRoleNames } from "#rooms/people/core/index.ts";
import { originNames } from "#rooms/tasks/core/index.ts";
import type { saveItemRoute } from "../contract/items.ts";
import type { getListRoute, listItem, listReceiversRoute } from "../contract/lists.ts";

export type ListDetail = ResponseOf<typeof getListRoute>;
export type ListItem = Static<typeof listItem>;
export type Receivers = ResponseOf<typeof listReceiversRoute>["units"];
export type ItemFields = Omit<BodyOf<typeof saveItemRoute>, "version">;

const optionsOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  (Object.entries(names) as [Key, string][]).map(([value, label]) => ({ value, label }));

export const roleOptions = optionsOf(responsibilityRoleNames);
export const originOptions = optionsOf(originNames);

export const isClear = (item: ListItem): boolean => item.findings.every(({ isWarning }) => isWarning);

/** How many tasks the list becomes, and for how many units. */
export function tallyTasks(items: readonly ListItem[]): { readonly tasks: number; readonly units: number } {
  const units = new Set(items.flatMap(({ leads }) => leads.map(({ unitId }) => unitId)));
  return { tasks: items.reduce((sum, { leads }) => sum + leads.length, 0), units: units.size };
}
