/** Measures a build; `excess` names what is over its limit. */
export function checkBudget(directory: string): {
  readonly lines: readonly string[];
  readonly excess: readonly string[];
};
