import { addDays, daysBetween, type PlainDate } from "#platform/kernel/plain-date.ts";
import type { ResponsibilityRole } from "#rooms/people/core/index.ts";
import {
  actionSide,
  decideAction,
  foldTask,
  type LoggedAction,
  type PlannedMilestone,
  type TaskAction,
  type TaskOrigin,
  type TaskState,
} from "#rooms/tasks/core/index.ts";
import { idOf } from "../identifiers.ts";
import type { SampleHolding } from "../people/holders.ts";
import { openRandom, type Random } from "../random.ts";
import type { SampleUnit } from "../units/unit-seed.ts";
import type { DutySpec } from "./content/item-spec.ts";
import { instantOf, type WorkSetting } from "./setting.ts";

export interface SampleAction extends LoggedAction {
  readonly at: Date;
  readonly by: SampleHolding;
  readonly unitId: string;
  readonly note: string | null;
}

export interface SampleEvidence {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly happenedOn: PlainDate;
  readonly enteredOn: PlainDate;
  readonly enteredAt: Date;
  readonly by: SampleHolding;
  /** The text of a file; null for a note. */
  readonly fileText: string | null;
}

/** What a task is when it is given out. */
export interface TaskBirth {
  readonly key: string;
  readonly duty: DutySpec;
  readonly origin: TaskOrigin;
  readonly sourceId: string;
  readonly parentId: string | null;
  readonly unit: SampleUnit;
  readonly owner: SampleHolding;
  readonly role: ResponsibilityRole;
  readonly issuer: SampleUnit;
  readonly drafter: SampleUnit;
  readonly signer: SampleHolding;
  readonly assignedOn: PlainDate;
  readonly dueDate: PlainDate;
  readonly assistingIds: readonly string[];
}

interface Facts {
  readonly note?: string;
  readonly dueDate?: PlainDate;
  readonly happenedOn?: PlainDate;
  readonly milestones?: readonly PlannedMilestone[];
  readonly milestone?: number;
}

const workingDay = { fromMinute: 510, minutes: 480 } as const;

/**
 * A task on its way through the year. Every action is put to the rules of the tasks room; one that they refuse is a
 * fault of the generator. An action later than the last day of the demo is not taken, and nothing after it.
 */
export class TaskCourse {
  readonly birth: TaskBirth;
  readonly id: string;
  readonly random: Random;
  readonly log: SampleAction[] = [];
  readonly evidence: SampleEvidence[] = [];
  readonly setting: WorkSetting;
  state: TaskState;
  day: PlainDate;
  openedAt: Date | null = null;
  #lastInstant: number;
  #submittedById: string | null = null;

  constructor(birth: TaskBirth, setting: WorkSetting) {
    this.birth = birth;
    this.setting = setting;
    this.id = idOf(`task/${birth.key}`, birth.assignedOn);
    this.random = openRandom(`${setting.seed}/course/${birth.key}`);
    this.day = birth.assignedOn;
    this.#lastInstant = instantOf(birth.assignedOn, workingDay.fromMinute);
    const { assignedOn, dueDate } = birth;
    const assign: LoggedAction = {
      sequence: 1,
      action: "assign",
      enteredOn: assignedOn,
      happenedOn: null,
      dueDate,
    };
    const at = new Date(this.#lastInstant);
    this.log.push({ ...assign, at, by: birth.signer, unitId: birth.issuer.id, note: null });
    this.state = foldTask([assign]);
  }

  /** Opens the task on a day without acting on it. */
  open(day: PlainDate): boolean {
    const at = this.#nextInstant(day);
    if (at === null) return false;
    this.openedAt = new Date(at);
    return true;
  }

  take(action: TaskAction, day: PlainDate, facts: Facts = {}): boolean {
    const at = this.#nextInstant(day);
    if (at === null) return false;
    const by = this.#findActor(action);
    const request = {
      action,
      note: facts.note ?? null,
      happenedOn: facts.happenedOn ?? null,
      dueDate: facts.dueDate ?? null,
      personId: by.person.id,
      ...(facts.milestones && { milestones: facts.milestones }),
      ...(facts.milestone !== undefined && { milestone: facts.milestone }),
    };
    const decided = decideAction(this.state, request, {
      today: this.day,
      submittedById: this.#submittedById,
      isOwnUnitsWork: by.post.unitId === this.birth.unit.id,
      evidenceCount: this.evidence.length,
      openBelowCount: 0,
    });
    if (!decided.ok) throw new Error(`${this.birth.key}: ${action} on ${this.day}: ${decided.problem.code}`);
    this.log.push({
      ...decided.value.logged,
      at: new Date(at),
      by,
      unitId: by.post.unitId,
      note: request.note,
    });
    this.state = decided.value.state;
    if (action === "submit") this.#submittedById = by.person.id;
    return true;
  }

  /** Attaches what shows that it was done; it happened on a day between the receipt and its entry. */
  prove(day: PlainDate, [title, text]: readonly [string, string]): boolean {
    const at = this.#nextInstant(day);
    const by = this.setting.officials.findDoer(this.birth.unit, this.day);
    if (at === null || !by) return false;
    const age = Math.min(daysBetween(this.birth.assignedOn, this.day), this.random.chance(0.06) ? 16 : 4);
    const happenedOn = addDays(this.day, -this.random.integer(0, age));
    this.evidence.push({
      id: idOf(`evidence/${this.birth.key}/${this.evidence.length}`, this.day),
      title: `${this.birth.unit.name}${title}`,
      note: text,
      happenedOn,
      enteredOn: this.day,
      enteredAt: new Date(at),
      by,
      fileText: this.random.chance(this.birth.parentId === null ? 0.04 : 0.004)
        ? this.#writeFile(title, text, happenedOn)
        : null,
    });
    return true;
  }

  #writeFile(title: string, text: string, happenedOn: PlainDate): string {
    const { unit, duty } = this.birth;
    return [`${unit.fullName}`, title, `时间：${happenedOn}`, `事项：${duty.title}`, text, ""].join("\n");
  }

  /** Moves to the first workday from `day`, never backwards; null when that is later than anything may be. */
  #nextInstant(day: PlainDate): number | null {
    const wanted = day > this.day ? day : this.day;
    const workday = this.setting.workdays.firstFrom(wanted);
    if (workday > this.setting.lastDay) return null;
    const start = instantOf(workday, workingDay.fromMinute + this.random.integer(0, workingDay.minutes));
    const isSameDay = workday === this.day;
    this.day = workday;
    this.#lastInstant = isSameDay ? this.#lastInstant + this.random.integer(3, 30) * 60_000 : start;
    return this.#lastInstant;
  }

  #findActor(action: TaskAction): SampleHolding {
    const { officials } = this.setting;
    const { unit, issuer } = this.birth;
    if (actionSide[action] === "owner") return officials.findDoer(unit, this.day) ?? this.birth.owner;
    // What the drafting department does itself is judged by the committee's own people.
    const drafting = officials.listJudges(issuer, this.day).filter(({ post }) => post.unitId !== unit.id);
    const judges = drafting.length > 0 ? drafting : officials.listHolders(issuer, this.day);
    return judges.length > 0 ? this.random.pick(judges) : this.birth.signer;
  }
}
