import {
  type Asking,
  countTasks,
  describeTask,
  listTasks,
  type TaskFilter,
} from "#rooms/tasks/server/index.ts";
import type { Tx } from "#platform/database/index.ts";
import { type Endpoint, endpoint } from "#platform/http/index.ts";
import { succeed } from "#platform/kernel/result.ts";
import { getWorkbenchRoute } from "../contract.ts";

/** As many of a pile as fit on the desk; the pile's head leads to the whole ledger. */
const shownOfPile = 6;

const getWorkbench = endpoint(getWorkbenchRoute, {
  problems: {},
  async run(context) {
    const { tx } = context;
    const pile = (filter: TaskFilter) => readPile(tx, context, filter);
    const count = (filter: TaskFilter) => countTasks(tx, context, filter);
    return succeed({
      overdue: await pile({ box: "own", state: "overdue" }),
      returned: await pile({ box: "own", state: "returned" }),
      dueSoon: await pile({ box: "own", state: "dueSoon" }),
      toAcknowledge: await pile({ box: "own", state: "assigned" }),
      toAccept: await pile({ box: "issued", state: "submitted" }),
      unopened: await pile({ box: "issued", state: "unopened" }),
      territory: {
        open: await count({ state: "open" }),
        overdue: await count({ state: "overdue" }),
        returned: await count({ state: "returned" }),
        submitted: await count({ state: "submitted" }),
        closed: await count({ state: "closed" }),
      },
    });
  },
});

async function readPile(tx: Tx, asking: Asking, filter: TaskFilter) {
  const rows = await listTasks(tx, asking, filter, null, shownOfPile);
  const tasks = rows.slice(0, shownOfPile).map((row) => describeTask(row, asking.today, asking.calendar));
  const count = rows.length > shownOfPile ? await countTasks(tx, asking, filter) : rows.length;
  return { count, tasks };
}

export const workbenchEndpoints: readonly Endpoint[] = [getWorkbench];
