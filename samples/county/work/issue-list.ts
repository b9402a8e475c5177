import { type PlainDate, yearOf } from "#platform/kernel/plain-date.ts";
import { lastWorkdayBefore } from "#platform/kernel/work-calendar.ts";
import type { TaskOrigin } from "#rooms/tasks/core/index.ts";
import { idOf } from "../identifiers.ts";
import type { SampleHolding } from "../people/holders.ts";
import type { SampleUnit } from "../units/unit-seed.ts";
import type { DutySpec } from "./content/item-spec.ts";
import { findClauseOf, type SampleDocument } from "./directive.ts";
import { deadlineOf, instantOf, type WorkSetting } from "./setting.ts";
import type { TaskBirth } from "./task-course.ts";

type ListStatus = "draft" | "forSignature" | "published" | "cancelled";

export interface SampleItem {
  readonly id: string;
  readonly origin: TaskOrigin;
  readonly clauseId: string | null;
  readonly duty: DutySpec;
  readonly dueDate: PlainDate | null;
  readonly units: readonly {
    readonly unitId: string;
    readonly role: "lead" | "assist";
    readonly postId: string | null;
  }[];
}

export interface SampleList {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly drafter: SampleUnit;
  readonly issuer: SampleUnit;
  readonly document: SampleDocument | null;
  readonly parentTaskId: string | null;
  readonly status: ListStatus;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly signedOn: PlainDate | null;
  readonly signer: SampleHolding | null;
  readonly items: readonly SampleItem[];
}

/** One line of a list before it is issued: a duty and those who have to do it. */
export interface Assignment {
  readonly duty: DutySpec;
  readonly receivers: readonly SampleUnit[];
  readonly assisting?: readonly SampleUnit[];
  /** The unit's name tells apart the lines of a list that give one unit each its own duty. */
  readonly key: string;
}

export interface ListHead {
  readonly key: string;
  readonly title: string;
  readonly origin: TaskOrigin;
  readonly issuer: SampleUnit;
  readonly day: PlainDate;
  readonly status: ListStatus;
  readonly document: SampleDocument | null;
  readonly parentTaskId: string | null;
}

export interface IssuedList {
  readonly list: SampleList;
  /** One task for each receiver of each line; none when the list is not published. */
  readonly births: readonly TaskBirth[];
}

/** A list with everything clear: what, who and until when; a receiver without any official is left out. */
export function issueList(
  setting: WorkSetting,
  head: ListHead,
  assignments: readonly Assignment[],
): IssuedList {
  const { officials, calendar } = setting;
  const drafter = officials.getDrafter(head.issuer);
  const signer = officials.findSigner(head.issuer, head.day);
  const draftedOn = lastWorkdayBefore(lastWorkdayBefore(head.day, calendar), calendar);
  const author = officials.findDoer(drafter, draftedOn);
  if (!signer || !author) throw new Error(`nobody can sign ${head.title}`);
  const isSigned = head.status === "published";
  const lines = assignments.map((assignment) => writeLine(setting, head, assignment));
  const list: SampleList = {
    id: idOf(`list/${head.key}`, head.day),
    title: head.title,
    year: yearOf(head.day),
    drafter,
    issuer: head.issuer,
    document: head.document,
    parentTaskId: head.parentTaskId,
    status: head.status,
    createdAt: new Date(instantOf(draftedOn, 560)),
    createdByName: author.person.name,
    signedOn: isSigned ? head.day : null,
    signer: isSigned ? signer : null,
    items: lines.map(({ item }) => item),
  };
  const births = isSigned ? lines.flatMap((line) => line.bear(drafter, signer)) : [];
  return { list, births };
}

interface Line {
  readonly item: SampleItem;
  bear(drafter: SampleUnit, signer: SampleHolding): TaskBirth[];
}

function writeLine(
  setting: WorkSetting,
  head: ListHead,
  { duty, receivers, assisting = [], key }: Assignment,
): Line {
  const dueDate = deadlineOf(setting, duty.dueInDays);
  if (dueDate < head.day) throw new Error(`${head.title}: ${duty.title} is due before it is given out`);
  const id = idOf(`item/${head.key}/${key}`, head.day);
  const owners = receivers.flatMap((unit) => {
    const owner = setting.officials.findOwner(unit, duty.role, head.day);
    return owner ? [{ unit, owner }] : [];
  });
  const assistingIds = assisting.map((unit) => unit.id);
  // A draft shows what 三明确 asks for: no owner and no deadline yet.
  const isDraft = head.status === "draft";
  const item: SampleItem = {
    id,
    origin: head.origin,
    clauseId: head.document && (findClauseOf(head.document, duty.content)?.rowId ?? null),
    duty,
    dueDate: isDraft ? null : dueDate,
    units: [
      ...owners.map(({ unit, owner }) => ({
        unitId: unit.id,
        role: "lead" as const,
        postId: isDraft ? null : owner.post.id,
      })),
      ...assistingIds.map((unitId) => ({ unitId, role: "assist" as const, postId: null })),
    ],
  };
  const bear = (drafter: SampleUnit, signer: SampleHolding): TaskBirth[] =>
    owners.map(({ unit, owner }) => ({
      key: `${head.key}/${key}/${unit.key}`,
      duty,
      origin: head.origin,
      sourceId: id,
      parentId: head.parentTaskId,
      unit,
      owner,
      role: duty.role,
      issuer: head.issuer,
      drafter,
      signer,
      assignedOn: head.day,
      dueDate,
      assistingIds,
    }));
  return { item, bear };
}
