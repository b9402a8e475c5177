/** What an act leaves behind in the audit, kept by the edge while the act runs. */
export interface Trail {
  /** Said by the audit room for each record that it writes. */
  recorded(areaCode: string): void;
  /** Said by an act that found everything as it was wanted to be, and so did nothing that could be recorded. */
  nothingChanged(): void;
}

/** A trail as the edge looks at it afterwards. */
export interface KeptTrail extends Trail {
  readonly areaCodes: ReadonlySet<string>;
  isComplete(): boolean;
}

export function openTrail(): KeptTrail {
  const areaCodes = new Set<string>();
  let isExcused = false;
  return {
    areaCodes,
    recorded: (areaCode) => void areaCodes.add(areaCode),
    nothingChanged: () => {
      isExcused = true;
    },
    isComplete: () => isExcused || areaCodes.size > 0,
  };
}
