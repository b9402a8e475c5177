import { addItemRoute, saveItemRoute } from "#rooms/responsibilities/contract/items.ts";
import {
  createListRoute,
  getListRoute,
  listIssuersRoute,
  listReceiptsRoute,
  listReceiversRoute,
  takeStepRoute,
} from "#rooms/responsibilities/contract/lists.ts";
import { actOnTaskRoute, addEvidenceRoute, getTaskRoute } from "#rooms/tasks/contract.ts";
import type { Person } from "./house.ts";

interface Issue {
  readonly drafter: Person;
  readonly signer: Person;
  /** A name of a receiving unit, or a kind of them. */
  readonly to: { readonly unit: string } | { readonly kind: string };
  readonly role?: string;
  readonly count?: number;
  readonly dueDate?: string;
  readonly parentTaskId?: string;
}

/** Issues a list and gives its tasks: one for each item and receiving unit. */
export async function issueTasks(issue: Issue) {
  const { drafter, signer, count = 1, parentTaskId } = issue;
  const { issuers } = await drafter.get(listIssuersRoute);
  const head = { title: "试验责任清单", year: 2026, issuerUnitId: issuers[0]?.id };
  const { listId } = await drafter.get(createListRoute, {
    body: { ...head, ...(parentTaskId && { parentTaskId }) },
  });
  const params = { listId };
  const receivers = (await drafter.get(listReceiversRoute, { params })).units;
  const lead =
    "kind" in issue.to
      ? { leadKinds: [issue.to.kind] }
      : { leadUnitIds: [idNamed(receivers, issue.to.unit)] };
  const proposed = (await drafter.get(getListRoute, { params })).items.map(({ id }) => id);
  const itemIds = [...proposed];
  while (itemIds.length < count) {
    const body = { content: `第${itemIds.length + 1}项工作要落实。` };
    itemIds.push((await drafter.get(addItemRoute, { params, body })).itemId);
  }
  for (const itemId of itemIds) {
    const dueDate = issue.dueDate ?? "2026-12-31";
    const body = { version: 1, role: issue.role ?? "specificResponsible", dueDate, ...lead };
    await drafter.get(saveItemRoute, { params: { listId, itemId }, body });
  }
  await takeStep(drafter, listId, "submit");
  await takeStep(signer, listId, "issue");
  const { receipts } = await drafter.get(listReceiptsRoute, { params });
  return { listId, receipts, taskIds: receipts.map(({ taskId }) => taskId) };
}

const idNamed = (units: readonly { id: string; name: string }[], name: string): string => {
  const unit = units.find((each) => each.name === name);
  if (!unit) throw new Error(`没有${name}：${units.map((each) => each.name).join("、")}`);
  return unit.id;
};

async function takeStep(person: Person, listId: string, step: string): Promise<void> {
  const { list } = await person.get(getListRoute, { params: { listId } });
  await person.get(takeStepRoute, { params: { listId }, body: { version: list.version, step } });
}

export const open = (person: Person, taskId: string) => person.get(getTaskRoute, { params: { taskId } });

export type Words = {
  readonly note?: string;
  readonly happenedOn?: string;
  readonly dueDate?: string;
  readonly milestones?: readonly { readonly title: string; readonly dueDate: string }[];
  readonly milestone?: number;
};

/** Acts on the task as it stands for this person; what comes back, granted or refused. */
export async function act(person: Person, taskId: string, action: string, words: Words = {}) {
  const { version } = await open(person, taskId);
  return person.send(actOnTaskRoute, { params: { taskId }, body: { action, version, ...words } });
}

/** As act, but a refusal ends the test. */
export async function done(person: Person, taskId: string, action: string, words: Words = {}) {
  const answer = await act(person, taskId, action, words);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.bytes.toString()}`);
  return answer.value;
}

export const refusal = async (...wanted: Parameters<typeof act>): Promise<string> =>
  (await act(...wanted)).problem.code;

export const attach = (
  person: Person,
  taskId: string,
  body: object,
  files: readonly { readonly name: string; readonly content: string | Uint8Array }[] = [],
) =>
  person.send(addEvidenceRoute, {
    params: { taskId },
    body: { happenedOn: "2026-11-20", ...body },
    files,
  });

/** Receipt, a note as evidence, submission. */
export async function handIn(person: Person, taskId: string): Promise<void> {
  await done(person, taskId, "acknowledge");
  const attached = await attach(person, taskId, { note: "已按要求完成" });
  if (attached.status !== 200) throw new Error(attached.bytes.toString());
  await done(person, taskId, "submit");
}
