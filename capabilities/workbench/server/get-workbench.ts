import type { Tx } from "#platform/database/index.ts";
import { type Endpoint, endpoint } from "#platform/http/index.ts";
import { succeed } from "#platform/kernel/result.ts";
import { listWaitingBulletins } from "#rooms/bulletins/server/index.ts";
import { listCommentsToAnswer, listWaitingForSignature } from "#rooms/responsibilities/server/index.ts";
import {
  type Asking,
  countStates,
  describeTask,
  listTasks,
  type TaskFilter,
} from "#rooms/tasks/server/index.ts";
import { getWorkbenchRoute } from "../contract.ts";
import { find } from "./find.ts";

/** As many of a pile as fit on the desk; the pile's head leads to the whole ledger. */
const shownOfPile = 6;

const getWorkbench = endpoint(getWorkbenchRoute, {
  problems: {},
  async run(context) {
    const { actor, tx } = context;
    const lists = await listWaitingForSignature(tx, actor);
    const bulletins = await listWaitingBulletins(tx, actor);
    const comments = await listCommentsToAnswer(tx, actor);
    const own = await countStates(tx, context, "own", [
      "overdue",
      "returned",
      "slipped",
      "dueSoon",
      "assigned",
    ]);
    const issued = await countStates(tx, context, "issued", ["unopened", "slipped"]);
    const toJudge = await countStates(tx, context, "toJudge", ["submitted"]);
    const territory = ["open", "overdue", "returned", "submitted", "closed"] as const;
    const pile = (count: number, filter: TaskFilter) => readPile(tx, context, count, filter);
    return succeed({
      overdue: await pile(own.overdue, { box: "own", state: "overdue" }),
      returned: await pile(own.returned, { box: "own", state: "returned" }),
      slipped: await pile(own.slipped, { box: "own", state: "slipped" }),
      dueSoon: await pile(own.dueSoon, { box: "own", state: "dueSoon" }),
      toAcknowledge: await pile(own.assigned, { box: "own", state: "assigned" }),
      toAccept: await pile(toJudge.submitted, { box: "toJudge", state: "submitted" }),
      listsToSign: showPapers(lists.map(({ drafterName, ...list }) => ({ ...list, note: drafterName }))),
      bulletinsToHandle: showPapers(
        bulletins.map(({ statusName, ...paper }) => ({ ...paper, note: statusName })),
      ),
      commentsToAnswer: showPapers(comments.map(({ unitName, ...list }) => ({ ...list, note: unitName }))),
      unopened: await pile(issued.unopened, { box: "issued", state: "unopened" }),
      slippedBelow: await pile(issued.slipped, { box: "issued", state: "slipped" }),
      territory: await countStates(tx, context, "below", territory),
    });
  },
});

const showPapers = <Paper extends { readonly id: string; readonly title: string; readonly note: string }>(
  papers: readonly Paper[],
) => ({
  count: papers.length,
  papers: papers.slice(0, shownOfPile).map(({ id, title, note }) => ({ id, title, note })),
});

/** An empty pile costs no query. */
async function readPile(tx: Tx, asking: Asking, count: number, filter: TaskFilter) {
  const rows = count === 0 ? [] : await listTasks(tx, asking, filter, { after: null, limit: shownOfPile });
  const tasks = rows.slice(0, shownOfPile).map((row) => describeTask(row, asking.today, asking.calendar));
  return { count, tasks };
}

export const workbenchEndpoints: readonly Endpoint[] = [getWorkbench, find];
