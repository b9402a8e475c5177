import type { Subjects } from "./places.ts";

export interface Sending {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly files?: readonly { readonly name: string; readonly content: string }[];
}

/** Things of which the county has one: made once, before anybody asks. */
export interface CountyThings {
  readonly runId: string;
  readonly bulletinId: string;
  readonly holdingId: string;
  readonly accountId: string;
  /** Asked for by the system administrator and taken back. */
  readonly requestId: string;
}

/**
 * How a route is asked.
 * at: for a thing of one place · once: for the county's own thing, or for nothing in particular · self: only about
 * oneself, for whoever is signed in · open: without signing in.
 * What is sent passes the form and fails, if at all, by a rule that comes after permission: an old version, a thing
 * that is already so. `refusals` names the codes that mean "no right", where they are not the usual ones.
 */
export type RouteCall =
  | { readonly at: (subjects: Subjects) => Sending; readonly refusals?: readonly string[] }
  | { readonly once: (things: CountyThings) => Sending; readonly refusals?: readonly string[] }
  | { readonly self: true }
  | { readonly open: true };

const nothing = "00000000-0000-7000-8000-000000000000";
const self = { self: true } as const;
const open = { open: true } as const;
const task = (more: Omit<Sending, "params"> = {}): RouteCall => ({
  at: ({ taskId }) => ({ params: { taskId }, ...more }),
});
const document = (more: Omit<Sending, "params"> = {}): RouteCall => ({
  at: ({ documentId }) => ({ params: { documentId }, ...more }),
});
const person = (body?: object): RouteCall => ({
  at: ({ personId }) => ({ params: { personId }, ...(body && { body }) }),
  refusals: ["person-not-found"],
});
const draftList = (more: Omit<Sending, "params"> = {}): RouteCall => ({
  at: ({ draftListId }) => ({ params: { listId: draftListId }, ...more }),
});
const issuedList = (more: Omit<Sending, "params"> = {}): RouteCall => ({
  at: ({ publishedListId }) => ({ params: { listId: publishedListId }, ...more }),
});
const bulletin = (body?: object): RouteCall => ({
  once: ({ bulletinId }) => ({ params: { bulletinId }, ...(body && { body }) }),
});
const run = (): RouteCall => ({ once: ({ runId }) => ({ params: { runId } }) });
const any = (more: Sending = {}, refusals?: readonly string[]): RouteCall => ({
  once: () => more,
  ...(refusals && { refusals }),
});

const act = (action: string): RouteCall => task({ body: { action, version: 999, note: "试验" } });
const text = {
  title: "标题",
  circleKinds: ["township"],
  goodPractice: "",
  nextSteps: "抓紧。",
  copyTo: "",
  numberPrefix: "清组通",
};

/** Every route of the house; a route without its line here fails the test. */
export const calls: Readonly<Record<string, RouteCall>> = {
  "organizations.list": any(),
  "organizations.get": { at: ({ unitId }) => ({ params: { unitId } }) },
  "people.listPosts": { at: ({ unitId }) => ({ params: { unitId } }) },
  "people.unitContacts": { at: ({ unitId }) => ({ params: { unitId } }) },
  "people.contact": person(),
  "people.setContact": person({}),
  "people.revealContact": person({ field: "phone", purpose: "试验" }),
  "people.deleteContact": person({ reason: "试验" }),
  "access.site": open,
  "access.signOut": open,
  "access.signIn": open,
  "access.beginSingleSignOn": open,
  "access.finishSingleSignOn": open,
  "access.signInState": self,
  "access.me": self,
  "access.actAs": self,
  "access.checkCode": self,
  "access.askPasskey": self,
  "access.checkPasskey": self,
  "access.beginAuthenticator": self,
  "access.addAuthenticator": self,
  "access.beginPasskey": self,
  "access.addPasskey": self,
  "access.renewRecoveryCodes": self,
  "access.removeFactor": self,
  "access.changePassword": self,
  "access.account": self,
  "access.endSession": self,
  "access.endOtherSessions": self,
  "access.beginLink": self,
  "access.removeLink": self,
  "access.accounts": any(),
  "access.administeredAccount": { once: ({ accountId }) => ({ params: { accountId } }) },
  "access.posts": any({ query: { search: "柳树" } }),
  "access.parents": any({ query: { search: "柳树" } }),
  "access.requests": any(),
  "access.ask": any({ body: { payload: { kind: "resetPassword", accountId: nothing }, reason: "试验" } }, [
    "not-permitted",
  ]),
  "access.ask:appoint": any(
    {
      body: {
        payload: {
          kind: "appoint",
          personId: nothing,
          postId: nothing,
          from: "2026-11-20",
          to: null,
          isDeputising: false,
        },
        reason: "试验",
      },
    },
    ["not-permitted"],
  ),
  "access.decide": {
    once: ({ requestId }) => ({ params: { requestId }, body: { isApproved: true } }),
    refusals: ["not-permitted", "own-request", "request-not-found"],
  },
  "access.withdraw": { once: ({ requestId }) => ({ params: { requestId } }) },
  "access.suspend": any({ params: { accountId: nothing }, body: { reason: "试验" } }, ["not-permitted"]),
  "access.resume": {
    once: ({ accountId }) => ({ params: { accountId }, body: { reason: "试验" } }),
    refusals: ["not-permitted"],
  },
  "access.endHolding": {
    once: ({ holdingId }) => ({ params: { holdingId }, body: { lastDay: "2000-01-01", reason: "试验" } }),
    refusals: ["not-permitted"],
  },
  "access.endGrant": any({ params: { grantId: nothing }, body: { reason: "试验" } }, ["not-permitted"]),
  "tasks.list": any(),
  "tasks.export": any(),
  "tasks.problems": any(),
  "tasks.get": task(),
  "tasks.open": task(),
  "tasks.milestoneDays": task({ query: { count: "2" } }),
  "tasks.act": act("report"),
  "tasks.act:accept": act("accept"),
  "tasks.addEvidence": task({ body: { happenedOn: "2999-01-01", note: "试验" } }),
  "tasks.withdrawEvidence": {
    at: ({ taskId }) => ({ params: { taskId, evidenceId: nothing } }),
    refusals: ["not-permitted", "task-not-found"],
  },
  "tasks.evidenceFile": {
    at: ({ taskId }) => ({ params: { taskId, evidenceId: nothing } }),
    refusals: ["not-permitted", "task-not-found"],
  },
  "tasks.restoreEvidence": {
    at: ({ taskId }) => ({ params: { taskId, evidenceId: nothing } }),
    refusals: ["not-permitted", "task-not-found"],
  },
  "directives.list": any(),
  "directives.upload": any({ body: {}, files: [] }),
  "directives.get": document(),
  "directives.export": document(),
  "directives.original": {
    at: ({ documentId }) => ({ params: { documentId } }),
    refusals: ["document-not-found"],
  },
  "directives.edit": document({
    body: { version: 999, edit: { kind: "drop", clauseId: nothing } },
  }),
  "directives.undo": document({ body: { version: 999 } }),
  "directives.change": document({ body: { version: 999 } }),
  "responsibilities.list": any(),
  "responsibilities.issuers": any(),
  "responsibilities.create": {
    at: ({ unitId }) => ({ body: { title: "试验", year: 2026, issuerUnitId: unitId, documentId: nothing } }),
    refusals: ["not-permitted", "issuer-not-allowed"],
  },
  "responsibilities.get": issuedList(),
  "responsibilities.get:draft": draftList(),
  "responsibilities.receivers": issuedList(),
  "responsibilities.receipts": issuedList(),
  "responsibilities.export": issuedList(),
  "responsibilities.comments": issuedList(),
  "responsibilities.addComment": issuedList({ body: { text: " " } }),
  "responsibilities.change": draftList({ body: { version: 999 } }),
  "responsibilities.addItem": draftList({ body: { content: "试验" } }),
  "responsibilities.addClauses": {
    at: ({ draftListId }) => ({ params: { listId: draftListId }, body: { documentId: nothing } }),
    refusals: ["not-permitted", "list-not-found"],
  },
  "responsibilities.saveItem": {
    at: ({ draftListId }) => ({ params: { listId: draftListId, itemId: nothing }, body: { version: 1 } }),
    refusals: ["not-permitted", "list-not-found"],
  },
  "responsibilities.editItems": draftList({ body: { version: 999, itemIds: [nothing] } }),
  "responsibilities.removeItems": {
    at: ({ draftListId }) => ({
      params: { listId: draftListId },
      body: { itemIds: [nothing], isRemoved: true },
    }),
    refusals: ["not-permitted", "list-not-found"],
  },
  "responsibilities.moveItem": {
    at: ({ draftListId }) => ({
      params: { listId: draftListId, itemId: nothing },
      body: { version: 1, place: 1 },
    }),
    refusals: ["not-permitted", "list-not-found"],
  },
  "responsibilities.undoItems": draftList({ body: { version: 999 } }),
  "responsibilities.takeStep": draftList({ body: { version: 999, step: "submit" } }),
  "responsibilities.takeStep:issue": draftList({ body: { version: 999, step: "issue" } }),
  "assessments.standing": any(),
  "assessments.unitStanding": { at: ({ unitId }) => ({ params: { unitId } }) },
  "assessments.runs": any(),
  "assessments.freeze": any({ body: { from: "2026-07-01", cutoff: "2026-09-30" } }),
  "assessments.run": run(),
  "assessments.runUnit": {
    at: ({ unitId }) => ({ params: { runId: "run", unitId } }),
  },
  "assessments.verify": run(),
  "assessments.exportRun": run(),
  "bulletins.list": any(),
  "bulletins.draft": { once: ({ runId }) => ({ body: { runId } }) },
  "bulletins.get": bulletin(),
  "bulletins.file": bulletin(),
  "bulletins.ledger": bulletin(),
  "bulletins.edit": bulletin({ version: 999, text }),
  "bulletins.check": bulletin({ version: 999 }),
  "bulletins.sendBack": bulletin({ version: 999, reason: "试验" }),
  "bulletins.sign": bulletin({ version: 999 }),
  "bulletins.withdraw": bulletin({ version: 999, reason: "试验" }),
  "workbench.get": any(),
  "workbench.find": any({ query: { text: "试验" } }),
  "audit.records": any(),
  "audit.export": any(),
  "audit.acts": any(),
  "audit.chain": any(),
  "audit.verify": any({ body: {} }),
  "audit.record": any({ params: { recordId: nothing } }, ["not-permitted"]),
};
