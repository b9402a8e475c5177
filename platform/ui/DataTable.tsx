import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import type { LedgerProps } from "./ledger/ledger-props.ts";
import { Loading } from "./states.tsx";

const LazyLedger = lazy(() => import("./ledger/Ledger.tsx").then((module) => ({ default: module.Ledger })));

/** The ledger; its code comes with the first page that shows one, so that the shell stays small. */
export function DataTable<Row>(props: LedgerProps<Row>): ReactNode {
  // A lazy component forgets its type parameter.
  const Ledger = LazyLedger as unknown as ComponentType<LedgerProps<Row>>;
  return (
    <Suspense fallback={<Loading />}>
      <Ledger {...props} />
    </Suspense>
  );
}
