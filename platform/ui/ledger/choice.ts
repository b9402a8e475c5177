import { useState } from "react";

export interface Choice {
  readonly keys: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly setAll: (keys: readonly string[]) => void;
  readonly clear: () => void;
}

/** Which rows are ticked. */
export function useChoice(): Choice {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set<string>());
  return {
    keys,
    toggle: (key) =>
      setKeys((former) => {
        const next = new Set(former);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    setAll: (all) => setKeys(new Set(all)),
    clear: () => setKeys(new Set<string>()),
  };
}
