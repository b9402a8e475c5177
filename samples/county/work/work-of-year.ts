import { addDays, daysBetween, type PlainDate } from "#platform/kernel/plain-date.ts";
import { openRandom } from "../random.ts";
import type { SampleUnit } from "../units/unit-seed.ts";
import { draftDocument, draftLists } from "./content/drafts.ts";
import type { ListSpec } from "./content/item-spec.ts";
import { keyPointsList } from "./content/key-points.ts";
import { pushMeetingList, recentList, seasonList } from "./content/push-lists.ts";
import { townshipDuties } from "./content/township-problems.ts";
import { fillYear, type SampleDocument, writeDirective } from "./directive.ts";
import type { Assignment, ListHead, SampleList } from "./issue-list.ts";
import { remarkLists } from "./remark-lists.ts";
import { deadlineOf, type WorkSetting, workdayAgo } from "./setting.ts";
import type { TaskCourse } from "./task-course.ts";
import { YearBook } from "./year-book.ts";

export interface SampleWork {
  readonly documents: readonly SampleDocument[];
  readonly lists: readonly SampleList[];
  /** Parents before the tasks that grew out of them. */
  readonly tasks: readonly TaskCourse[];
}

function issueCountyList(work: YearBook, spec: ListSpec): void {
  const { setting, county } = work;
  const day = workdayAgo(setting, spec.signedDaysAgo);
  const assignments = spec.items.map((item) => ({
    item,
    duty: item,
    key: item.key,
    receivers: work.receiversOf(item),
    assisting: work.select(item.assisting ?? []),
  }));
  const document = spec.document ? uploadDocument(work, spec, day, assignments) : null;
  const head: ListHead = {
    key: spec.key,
    title: fillYear(spec.title, day),
    origin: spec.origin,
    issuer: county,
    day,
    status: "published",
    document,
    parentTaskId: null,
  };
  const itemOf = new Map(spec.items.map((item) => [item.key, item]));
  for (const birth of work.issue(head, assignments)) work.live(birth, itemOf.get(birth.duty.key) ?? null);
}

function uploadDocument(
  work: YearBook,
  spec: Pick<ListSpec, "key" | "document">,
  issuedOn: PlainDate,
  assignments: readonly Assignment[],
): SampleDocument | null {
  const { setting, county } = work;
  const unit = setting.officials.getDrafter(county);
  const day = workdayAgo(setting, daysBetween(issuedOn, setting.today) + 7);
  const by = setting.officials.findDoer(unit, day);
  if (!spec.document || !by) return null;
  const demands = assignments.map(({ duty, receivers }) => ({
    title: duty.title,
    content: duty.content,
    receivers: nameReceivers(receivers),
    dueDate: deadlineOf(setting, duty.dueInDays),
  }));
  const document = writeDirective(spec.key, spec.document, demands, { day, unit, by });
  work.documents.push(document);
  return document;
}

const nameReceivers = (receivers: readonly SampleUnit[]): string => {
  const isRural = ({ kind }: SampleUnit): boolean => kind === "township";
  if (receivers.length < 2 || !receivers.some(isRural)) return receivers.map(({ name }) => name).join("、");
  return receivers.every(isRural) ? "各乡镇党委" : "各乡镇党委、街道党工委";
};

/** Lists in which each line is one township's own: promises, findings, complaints. */
function issueRemarkLists(work: YearBook): void {
  const { setting, county, townships } = work;
  for (const remarks of remarkLists) {
    const day = workdayAgo(setting, remarks.signedDaysAgo);
    const assignments = remarks.deal(openRandom(`${setting.seed}/${remarks.key}`), townships);
    const document = remarks.document
      ? uploadDocument(work, { key: remarks.key, document: remarks.document }, day, assignments)
      : null;
    const head: ListHead = {
      key: remarks.key,
      title: fillYear(remarks.title, day),
      origin: remarks.origin,
      issuer: county,
      day,
      status: "published",
      document,
      parentTaskId: null,
    };
    for (const birth of work.issue(head, assignments)) work.live(birth, null);
  }
}

/** What a township asks of its villages on its own account. */
function issueTownshipLists(work: YearBook): void {
  for (const township of work.townships) {
    const receivers = work.listBelow(township);
    for (const [assignedDaysAgo, duties] of Map.groupBy(townshipDuties, (duty) => duty.assignedDaysAgo)) {
      const head: ListHead = {
        key: `own/${township.key}/${duties[0]?.key ?? ""}`,
        title: `${township.name}${duties.length > 1 ? "自查问题整改责任清单" : "冬季为民服务责任清单"}`,
        origin: "selfFound",
        issuer: township,
        day: workdayAgo(work.setting, assignedDaysAgo),
        status: "published",
        document: null,
        parentTaskId: null,
      };
      for (const birth of work.issue(
        head,
        duties.map((duty) => ({ duty, receivers, key: duty.key })),
      )) {
        work.live(birth, null);
      }
    }
  }
}

/** Lists still on the table, and a document of which nothing has been given out yet. */
function leaveDrafts(work: YearBook): void {
  const { setting, county } = work;
  for (const draft of draftLists) {
    const day = workdayAgo(setting, draft.daysAgo);
    const head: ListHead = {
      key: draft.key,
      title: draft.title,
      origin: "keyPoints",
      issuer: county,
      day,
      status: draft.status,
      document: null,
      parentTaskId: null,
    };
    work.issue(
      head,
      draft.items.map((item) => ({ duty: item, key: item.key, receivers: work.receiversOf(item) })),
    );
  }
  const demands = draftDocument.duties.map((duty) => ({ duty, key: duty.key, receivers: work.townships }));
  uploadDocument(work, draftDocument, addDays(setting.today, 3), demands);
}

/** The year of work of a county up to today. */
export function workOfYear(setting: WorkSetting, units: readonly SampleUnit[]): SampleWork {
  const work = new YearBook(setting, units);
  for (const list of [keyPointsList, pushMeetingList, seasonList, recentList]) issueCountyList(work, list);
  issueRemarkLists(work);
  issueTownshipLists(work);
  leaveDrafts(work);
  return work;
}
