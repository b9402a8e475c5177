/** Where a tree begins: the units whose parent is not among those that one may see. */
export function selectRoots<Unit extends { readonly id: string; readonly parentId: string | null }>(
  units: readonly Unit[],
): readonly Unit[] {
  const known = new Set(units.map((unit) => unit.id));
  return units.filter((unit) => unit.parentId === null || !known.has(unit.parentId));
}
