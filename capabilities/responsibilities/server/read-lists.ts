import { endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { listHeldPosts } from "#rooms/people/server/index.ts";
import { getListRoute, listIssuersRoute, listListsRoute, listReceiversRoute } from "../contract/lists.ts";
import { checkList, describeItem, describeList, describePost, describeSummary } from "./describe-list.ts";
import { listIssuersOf } from "./issuers.ts";
import { listAssignable, loadItems } from "./load-items.ts";
import { listAllowedSteps, mayEditList } from "./permission.ts";
import { listProblems } from "./problems.ts";
import { findList, listLists, pageSize } from "./store/lists.ts";

export const listListsEndpoint = endpoint(listListsRoute, {
  problems: listProblems,
  async run({ actor, tx, query }) {
    const rows = await listLists(tx, actor, query);
    const lists = rows.slice(0, pageSize).map(describeSummary);
    return succeed({ lists, next: rows.length > pageSize ? (lists.at(-1)?.id ?? null) : null });
  },
});

export const listIssuersEndpoint = endpoint(listIssuersRoute, {
  problems: listProblems,
  async run({ actor, tx }) {
    const issuers = await listIssuersOf(tx, actor);
    return succeed({ issuers: issuers.map(({ id, name }) => ({ id, name })) });
  },
});

export const getList = endpoint(getListRoute, {
  problems: listProblems,
  async run({ actor, tx, params, today, calendar }) {
    const list = await findList(tx, actor, params.listId);
    if (!list) return fail({ code: "list-not-found" });
    const items = await loadItems(tx, list, today);
    // What was issued is judged by its tasks from then on.
    const isOpen = list.status === "draft" || list.status === "forSignature";
    const check = isOpen ? checkList(list, items, { today, calendar }) : { refusals: [], warnings: [] };
    return succeed({
      list: describeList(list, items.length),
      items: items.map((item) => describeItem(item, check)),
      mayEdit: mayEditList(actor, list),
      steps: listAllowedSteps(actor, list),
    });
  },
});

export const listReceivers = endpoint(listReceiversRoute, {
  problems: listProblems,
  async run({ actor, tx, params, today }) {
    const list = await findList(tx, actor, params.listId);
    if (!list) return fail({ code: "list-not-found" });
    const units = await listAssignable(tx, actor.areaCode, list.issuer_unit_id);
    const posts = await listHeldPosts(
      tx,
      actor.areaCode,
      units.map(({ id }) => id),
      today,
    );
    return succeed({
      units: units.map(({ id, name, kind }) => ({
        id,
        name,
        kind,
        isIssuer: id === list.issuer_unit_id,
        posts: posts.filter(({ unitId }) => unitId === id).map(describePost),
      })),
    });
  },
});
