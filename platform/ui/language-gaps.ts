type Test = (value: unknown, index: number, all: readonly unknown[]) => unknown;
type Compare = (one: unknown, other: unknown) => number;

/** What ES2023 gave to lists; rules of `core` use it, and Chromium has it whole only from 110 on. */
export const es2023Lists = {
  findLast(this: readonly unknown[], test: Test): unknown {
    return this[es2023Lists.findLastIndex.call(this, test)];
  },
  findLastIndex(this: readonly unknown[], test: Test): number {
    for (let index = this.length - 1; index >= 0; index -= 1)
      if (test(this[index], index, this)) return index;
    return -1;
  },
  toReversed(this: readonly unknown[]): unknown[] {
    return [...this].reverse();
  },
  toSorted(this: readonly unknown[], compare?: Compare): unknown[] {
    return [...this].sort(compare);
  },
  toSpliced(this: readonly unknown[], start: number, count: number, ...added: unknown[]): unknown[] {
    const copy = [...this];
    copy.splice(start, count, ...added);
    return copy;
  },
  with(this: readonly unknown[], index: number, value: unknown): unknown[] {
    const copy = [...this];
    const at = index < 0 ? copy.length + index : index;
    if (at < 0 || at >= copy.length) throw new RangeError("Invalid index");
    copy[at] = value;
    return copy;
  },
} as const;

/** Fills what this browser lacks (we promise Chromium 95); called first by every entry. */
export function fillLanguageGaps(): void {
  for (const [name, value] of Object.entries(es2023Lists)) {
    if (name in Array.prototype) continue;
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true });
  }
}
