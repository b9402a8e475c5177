import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { isAdministrator, type PostKind } from "./post.ts";

/** 任职: somebody is to hold a post from a day on, for good or, deputising (代理), until a stated day. */
export interface Appointment {
  readonly postId: string;
  readonly postKind: PostKind;
  readonly personId: string;
  readonly from: PlainDate;
  /** The last day; null: until further notice. */
  readonly to: PlainDate | null;
  readonly isDeputising: boolean;
}

/** A holding that is there already, past ones left out. */
export interface StandingHolding {
  readonly postId: string;
  readonly postKind: PostKind;
  readonly personId: string;
  readonly personName: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly isDeputising: boolean;
}

export type AppointmentProblem =
  | { readonly code: "ends-before-start" }
  | { readonly code: "ended-already" }
  | { readonly code: "deputising-without-end" }
  | { readonly code: "already-holds-post" }
  | { readonly code: "post-held"; readonly personName: string }
  | { readonly code: "administrator-stands-alone" };

/**
 * Whether an appointment may be made beside the holdings of the post and of the person.
 * - A post has one holder at a time; somebody else may deputise meanwhile, for a stated time.
 * - 三员: whoever holds one of the three administrators' posts holds no other post at all, neither another of the three
 *   nor one of the business. Source: domain.md §7.1 (full-time 安全管理员, cannot double; no one holds two).
 */
export function findProblemOfAppointment(
  wanted: Appointment,
  standing: readonly StandingHolding[],
  today: PlainDate,
): AppointmentProblem | null {
  if (wanted.to !== null && wanted.to < wanted.from) return { code: "ends-before-start" };
  if (wanted.to !== null && wanted.to < today) return { code: "ended-already" };
  if (wanted.isDeputising && wanted.to === null) return { code: "deputising-without-end" };
  const meanwhile = standing.filter((held) => overlaps(wanted, held));
  const sameTerms = ({ postId, isDeputising }: StandingHolding): boolean =>
    postId === wanted.postId && isDeputising === wanted.isDeputising;
  const held = meanwhile.find(sameTerms);
  if (held?.personId === wanted.personId) return { code: "already-holds-post" };
  if (held) return { code: "post-held", personName: held.personName };
  const others = meanwhile.filter(({ personId }) => personId === wanted.personId);
  const isMixed = others.some(
    ({ postKind }) => isAdministrator(postKind) || isAdministrator(wanted.postKind),
  );
  return isMixed ? { code: "administrator-stands-alone" } : null;
}

const overlaps = (
  a: { readonly from: PlainDate; readonly to: PlainDate | null },
  b: { readonly from: PlainDate; readonly to: PlainDate | null },
): boolean => (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
