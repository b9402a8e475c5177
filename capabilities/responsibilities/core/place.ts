/** The order after one item was moved to a place, counted from 1; a place beyond either end is that end. */
export function moveToPlace<Id>(order: readonly Id[], moved: Id, place: number): readonly Id[] {
  if (!order.includes(moved)) return order;
  const others = order.filter((id) => id !== moved);
  const index = Math.min(Math.max(place, 1), order.length) - 1;
  return [...others.slice(0, index), moved, ...others.slice(index)];
}
