import { type Endpoint, endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { findUnit, placeOf } from "#rooms/organizations/server/index.ts";
import { listUnitPostsRoute } from "../contract.ts";
import { changeContactEndpoints } from "./contact/change-contact.ts";
import { readContactEndpoints } from "./contact/read-contacts.ts";
import { listHeldPosts } from "./store.ts";

const problems = { "unit-not-found": { status: 404, title: "未找到该单位，或不在您的职责范围内" } } as const;

const listUnitPosts = endpoint(listUnitPostsRoute, {
  problems,
  async run({ actor, tx, params, today }) {
    const unit = await findUnit(tx, actor.areaCode, params.unitId);
    if (!unit || !actor.may("unit.read", placeOf(unit))) return fail({ code: "unit-not-found" });
    const held = await listHeldPosts(tx, actor.areaCode, [unit.id], today);
    const posts = held.map(({ postId, title, kind, role, personName, isDeputising }) => ({
      postId,
      title,
      kind,
      role,
      personName,
      isDeputising,
    }));
    return succeed({ posts, mayKeepContacts: actor.may("contact.keep", placeOf(unit)) });
  },
});

export const peopleEndpoints: readonly Endpoint[] = [
  listUnitPosts,
  ...readContactEndpoints,
  ...changeContactEndpoints,
];
