import type { Tx } from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import {
  type FrozenRun,
  findBeforeRun,
  findFrozenRun,
  listRunValues,
  type ScoresBefore,
} from "#rooms/assessments/server/index.ts";
import { findUnit, type ReadUnit } from "#rooms/organizations/server/index.ts";
import {
  type AnnouncedRun,
  type BulletinDocument,
  type BulletinText,
  composeBulletin,
} from "../core/index.ts";
import { isDemoArea } from "./store/read-bulletins.ts";

/** A draft says so; a real document says nothing. */
export const demoNotice = "演示数据，纯属虚构";

export type RunWithValues = FrozenRun & AnnouncedRun & { readonly before: ScoresBefore | null };

export async function findRunWithValues(tx: Tx, area: string, runId: string): Promise<RunWithValues | null> {
  const run = await findFrozenRun(tx, area, runId);
  if (!run) return null;
  const before = await findBeforeRun(tx, area, run);
  return { ...run, before, values: await listRunValues(tx, area, runId) };
}

/** In whose name it goes out: the department that drafts for the committee, or the committee itself. */
const nameSignatory = (unit: Pick<ReadUnit, "name" | "full_name">): string => unit.full_name || unit.name;

export interface Composing {
  readonly areaCode: string;
  readonly runId: string;
  readonly drafterUnitId: string;
  readonly text: BulletinText;
  readonly documentNumber: string | null;
  readonly date: PlainDate;
}

/** The bulletin as it reads with this text; a run or drafter that is gone would be a fault. */
export async function composeFrom(tx: Tx, composing: Composing): Promise<BulletinDocument> {
  const { areaCode, documentNumber, date, text } = composing;
  const run = await findRunWithValues(tx, areaCode, composing.runId);
  const drafter = await findUnit(tx, areaCode, composing.drafterUnitId);
  if (!run || !drafter) throw new Error("a bulletin without its run or drafter");
  const notice = (await isDemoArea(tx, areaCode)) ? demoNotice : null;
  return composeBulletin(run, text, { signatory: nameSignatory(drafter), documentNumber, date, notice });
}
