import { daysBetween, type PlainDate } from "#platform/kernel/plain-date.ts";
import { mayInstruct } from "#rooms/organizations/core/index.ts";
import { countyKey } from "../units/county-units.ts";
import type { SampleUnit } from "../units/unit-seed.ts";
import type { ItemSpec } from "./content/item-spec.ts";
import { carelessnessOf } from "./diligence.ts";
import type { SampleDocument } from "./directive.ts";
import { type Assignment, issueList, type ListHead, type SampleList } from "./issue-list.ts";
import { type LifePlan, planLife } from "./life-plan.ts";
import { carryOnTask, receiveTask, type WorkBelow } from "./live-task.ts";
import type { WorkSetting } from "./setting.ts";
import { type TaskBirth, TaskCourse } from "./task-course.ts";

/** Collects the year of work while it is written: what is issued here is lived to today at once. */
export class YearBook {
  readonly documents: SampleDocument[] = [];
  readonly lists: SampleList[] = [];
  readonly tasks: TaskCourse[] = [];
  readonly setting: WorkSetting;
  readonly units: readonly SampleUnit[];
  readonly #byKey: ReadonlyMap<string, SampleUnit>;

  constructor(setting: WorkSetting, units: readonly SampleUnit[]) {
    this.setting = setting;
    this.units = units;
    this.#byKey = new Map(units.map((unit) => [unit.key, unit]));
  }

  get county(): SampleUnit {
    const county = this.#byKey.get(countyKey);
    if (!county) throw new Error("a county has a committee");
    return county;
  }

  get townships(): SampleUnit[] {
    return this.units.filter(({ kind }) => kind === "township" || kind === "subdistrict");
  }

  /** Units by key; those that a small county lacks are left out. */
  select(keys: readonly string[]): SampleUnit[] {
    return keys.flatMap((key) => this.#byKey.get(key) ?? []);
  }

  receiversOf(item: ItemSpec): SampleUnit[] {
    if (item.receivers === "townships") return this.townships;
    if (item.receivers === "ruralTownships") return this.townships.filter(({ kind }) => kind === "township");
    return this.select(item.receivers);
  }

  /** The units that a committee may instruct and that are meant when it breaks a task down. */
  listBelow(issuer: SampleUnit): SampleUnit[] {
    const isTownship = issuer.kind === "township" || issuer.kind === "subdistrict";
    const isMeant = ({ kind }: SampleUnit): boolean =>
      isTownship ? kind === "village" || kind === "community" : kind !== "partyBranch";
    return this.units.filter((unit) => isMeant(unit) && mayInstruct(issuer, unit));
  }

  issue(head: ListHead, assignments: readonly Assignment[]): readonly TaskBirth[] {
    const filled = assignments.filter(({ receivers }) => receivers.length > 0);
    if (filled.length === 0) return [];
    const { list, births } = issueList(this.setting, head, filled);
    this.lists.push(list);
    return births;
  }

  /** Lives a task to today, and what it became below with it. */
  live(birth: TaskBirth, item: ItemSpec | null): TaskCourse {
    const course = new TaskCourse(birth, this.setting);
    this.tasks.push(course);
    const plan = this.#planFor(birth);
    if (!receiveTask(course, plan)) return course;
    carryOnTask(course, plan, item?.cascade ? this.#decompose(course, plan, item) : null);
    return course;
  }

  #planFor({ key, duty, unit, assignedOn, dueDate }: TaskBirth): LifePlan {
    const { seed, today } = this.setting;
    return planLife(seed, {
      dutyKey: duty.key,
      unitKey: unit.key,
      taskKey: key,
      carelessness: carelessnessOf(seed, unit),
      ageInDays: daysBetween(assignedOn, today),
      overdueDays: daysBetween(dueDate, today),
    });
  }

  /** 压茬分解: the receiver's own list for the units below it, under the task it came from. */
  #decompose(course: TaskCourse, plan: LifePlan, item: ItemSpec): WorkBelow | null {
    const { setting } = this;
    const { unit } = course.birth;
    const below = this.listBelow(unit);
    const day = setting.workdays.add(course.day, course.random.integer(2, 7));
    if (below.length === 0 || day > setting.lastDay || plan.fate === "cancelled") return null;
    const title = `${unit.name}“${item.title}”责任清单`;
    const head: ListHead = {
      key: course.birth.key,
      title,
      origin: course.birth.origin,
      issuer: unit,
      day,
      status: "published",
      document: null,
      parentTaskId: course.id,
    };
    const assignments = (item.cascade?.duties ?? []).map((duty) => ({
      duty,
      receivers: below,
      key: duty.key,
    }));
    const children = this.issue(head, assignments).map((birth) => this.live(birth, null));
    return { decomposedOn: day, listTitle: title, overOn: overOn(children) };
  }
}

/** The day on which the last of the tasks was closed or cancelled; null while one is open. */
function overOn(children: readonly TaskCourse[]): PlainDate | null {
  const isOpen = children.some(({ state }) => state.status !== "closed" && state.status !== "cancelled");
  const last = children
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
  return isOpen || !last ? null : last;
}
