import type { Tx } from "#platform/database/index.ts";
import { endpoint, type RequestContext } from "#platform/http/index.ts";
import { succeed } from "#platform/kernel/result.ts";
import { statusNames as bulletinStatusNames } from "#rooms/bulletins/core/index.ts";
import { listBulletins } from "#rooms/bulletins/server/index.ts";
import { listDocuments } from "#rooms/directives/server/index.ts";
import { findUnits } from "#rooms/organizations/server/index.ts";
import { findHolders } from "#rooms/people/server/index.ts";
import { listStatusNames } from "#rooms/responsibilities/core/index.ts";
import { listLists } from "#rooms/responsibilities/server/index.ts";
import { statusNames as taskStatusNames } from "#rooms/tasks/core/index.ts";
import { listTasks } from "#rooms/tasks/server/index.ts";
import { findRoute } from "../contract.ts";

/** As many of a kind as are taken in at a glance; more of them are found by typing on. */
const shownOfKind = 6;

type Context = Pick<RequestContext<typeof findRoute>, "actor" | "today" | "calendar"> & { readonly tx: Tx };

interface Found {
  readonly id: string;
  readonly opensId: string;
  readonly title: string;
  readonly note: string;
}

/** Each kind as its own room finds it: the ledger's filters, and with them the actor's scope. */
const finders = {
  unit: async ({ tx, actor }: Context, text: string): Promise<Found[]> => {
    const asked = { name: text, limit: shownOfKind + 1 };
    const units = await findUnits(tx, actor.areaCode, actor.scope("unit.read"), asked);
    return units.map(({ id, name, parent_name }) => ({
      id,
      opensId: id,
      title: name,
      note: parent_name ?? "",
    }));
  },
  person: async ({ tx, actor, today }: Context, text: string): Promise<Found[]> => {
    const holders = await findHolders(tx, actor, { name: text, day: today, limit: shownOfKind + 1 });
    return holders.map(({ id, unitId, personName, unitName, postTitle }) => ({
      id,
      opensId: unitId,
      title: personName,
      note: `${unitName}${postTitle}`,
    }));
  },
  task: async (context: Context, text: string): Promise<Found[]> => {
    const asked = { box: "below", search: text } as const;
    const tasks = await listTasks(context.tx, context, asked, { after: null, limit: shownOfKind });
    return tasks.map(({ id, title, unit_name, status }) => ({
      id,
      opensId: id,
      title,
      note: `${unit_name}　${taskStatusNames[status]}`,
    }));
  },
  list: async ({ tx, actor }: Context, text: string): Promise<Found[]> => {
    const lists = await listLists(tx, actor, { search: text });
    return lists.map(({ id, title, status, drafter_name }) => ({
      id,
      opensId: id,
      title,
      note: `${drafter_name}　${listStatusNames[status]}`,
    }));
  },
  document: async ({ tx, actor }: Context, text: string): Promise<Found[]> => {
    const documents = await listDocuments(tx, actor, { search: text }, null);
    return documents.map(({ id, title, document_number, unit_name }) => ({
      id,
      opensId: id,
      title,
      note: document_number ?? unit_name,
    }));
  },
  bulletin: async ({ tx, actor }: Context, text: string): Promise<Found[]> => {
    const bulletins = await listBulletins(tx, actor, { search: text }, null);
    return bulletins.map(({ id, title, document_number, status }) => ({
      id,
      opensId: id,
      title,
      note: document_number ?? bulletinStatusNames[status],
    }));
  },
} as const;

const kinds = Object.keys(finders) as (keyof typeof finders)[];

/** 查找: one question to every room; kinds of which nothing was found are left out. */
export const find = endpoint(findRoute, {
  problems: {},
  async run(context) {
    const text = context.query.text.trim();
    const groups = [];
    // One after the other: a transaction is one line to the database.
    for (const kind of text === "" ? [] : kinds) {
      const found = await finders[kind](context, text);
      if (found.length === 0) continue;
      groups.push({ kind, found: found.slice(0, shownOfKind), hasMore: found.length > shownOfKind });
    }
    return succeed({ groups });
  },
});
