import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import type { PostKind, ResponsibilityRole } from "#rooms/people/core/index.ts";
import { idOf } from "../identifiers.ts";
import { inventPersonName } from "../names/person-names.ts";
import { openRandom } from "../random.ts";
import type { SampleUnit } from "../units/unit-seed.ts";
import { listPostSeeds } from "./post-seed.ts";
import { fixedNames } from "./showcase.ts";

interface SamplePost {
  readonly id: string;
  readonly key: string;
  readonly unitId: string;
  readonly unitKey: string;
  readonly unitName: string;
  readonly title: string;
  readonly kind: PostKind;
  readonly role: ResponsibilityRole | null;
  readonly ordinal: number;
}

interface SamplePerson {
  readonly id: string;
  readonly name: string;
}

export interface SampleHolding {
  readonly id: string;
  readonly post: SamplePost;
  readonly person: SamplePerson;
  readonly heldFrom: PlainDate;
  readonly heldTo: PlainDate | null;
}

interface SampleAccount {
  readonly id: string;
  readonly personId: string;
  readonly loginName: string;
}

export interface People {
  readonly posts: readonly SamplePost[];
  readonly persons: readonly SamplePerson[];
  readonly holdings: readonly SampleHolding[];
  readonly accounts: readonly SampleAccount[];
}

/** Second posts: key of the post and of the post whose holder fills it too. */
const secondPosts: Readonly<Record<string, string>> = {
  "dangjian.zuzhang": "xianwei.shuji",
  "dangjian.bangongshi": "zzb.fubuzhang",
  "liangxin.shuji": "shb.zhuyao",
};

/** Posts that changed hands this year: how many days ago, and the post to which the former holder went. */
const turnovers: Readonly<Record<string, { daysAgo: number; movedTo?: string }>> = {
  "songling.shuji": { daysAgo: 170, movedTo: "lgj.zhuyao" },
  "shiqiao.fushuji": { daysAgo: 100 },
  "yunfeng.zuzhi": { daysAgo: 90 },
  "lgj.zhuyao": { daysAgo: 170 },
};

/** Vacant for long, as the county complains (S3: 部分乡镇组织干事出现长时间空缺). */
const vacantPosts = new Set(["yunfeng.ganshi", "dawan.ganshi", "bianban.dangwu"]);

const listPosts = (units: readonly SampleUnit[]): SamplePost[] =>
  units.flatMap((unit) =>
    listPostSeeds(unit).map(({ suffix, ...seed }, index) => {
      const key = `${unit.key}.${suffix}`;
      const place = { unitId: unit.id, unitKey: unit.key, unitName: unit.name, ordinal: index + 1 };
      return { ...seed, ...place, id: idOf(`post/${key}`), key };
    }),
  );

/** Fills the posts of the county as of `today`; who holds what does not depend on the size of the county. */
export function fillPosts(seed: string, units: readonly SampleUnit[], today: PlainDate): People {
  const posts = listPosts(units);
  const keys = new Set(posts.map(({ key }) => key));
  const persons = new Map<string, SamplePerson>();
  const getPerson = (key: string): SamplePerson => {
    const name = fixedNames[key] ?? inventPersonName(openRandom(`${seed}/person/${key}`));
    const person = persons.get(key) ?? { id: idOf(`person/${key}`), name };
    persons.set(key, person);
    return person;
  };
  const holdings = posts.flatMap((post) =>
    planTerms(seed, post, keys).map(({ personKey, fromDaysAgo, toDaysAgo }): SampleHolding => {
      const heldFrom = addDays(today, -fromDaysAgo);
      const heldTo = toDaysAgo === null ? null : addDays(today, -toDaysAgo);
      return {
        id: idOf(`holding/${post.key}/${personKey}`),
        post,
        person: getPerson(personKey),
        heldFrom,
        heldTo,
      };
    }),
  );
  return { posts, persons: [...persons.values()], holdings, accounts: openAccounts(holdings) };
}

interface Term {
  readonly personKey: string;
  readonly fromDaysAgo: number;
  readonly toDaysAgo: number | null;
}

/** Who held a post and from when to when, earliest first; nothing for a post that stands vacant. */
function planTerms(seed: string, post: SamplePost, keys: ReadonlySet<string>): Term[] {
  const random = openRandom(`${seed}/term/${post.key}`);
  const fromDaysAgo = random.integer(430, 1500);
  const turnover = turnovers[post.key] ?? inventTurnover(post, random.integer(40, 250), random.chance(0.04));
  if (vacantPosts.has(post.key) || standsVacant(post, random.next())) return [];
  if (turnover) {
    const former = { personKey: `${post.key}~`, fromDaysAgo, toDaysAgo: turnover.daysAgo + 1 };
    return [former, { personKey: successorOf(post, keys), fromDaysAgo: turnover.daysAgo, toDaysAgo: null }];
  }
  const second = secondPosts[post.key] ?? secondPostInVillage(post, random.chance(0.4));
  const isSecond = second !== undefined && keys.has(second);
  // Later than any first post, so that the first one is the post that its holder acts in after signing in.
  return [
    { personKey: isSecond ? second : post.key, fromDaysAgo: isSecond ? 420 : fromDaysAgo, toDaysAgo: null },
  ];
}

/** The one who moved here when the post that he left is in the county, else somebody new. */
const successorOf = (post: SamplePost, keys: ReadonlySet<string>): string => {
  const left = Object.entries(turnovers).find(([key, { movedTo }]) => movedTo === post.key && keys.has(key));
  return left ? `${left[0]}~` : post.key;
};

const isVillagePost = (post: SamplePost): boolean => post.title.startsWith("村党组织");

const inventTurnover = (post: SamplePost, daysAgo: number, happens: boolean) =>
  happens && isVillagePost(post) && post.kind === "secretary" && !(post.key in fixedNames)
    ? { daysAgo }
    : undefined;

function standsVacant(post: SamplePost, draw: number): boolean {
  if (post.key in fixedNames) return false;
  if (post.kind === "deputySecretary" && isVillagePost(post)) return draw < 0.05;
  return post.title === "党支部书记" && draw < 0.02;
}

/** A deputy of the village may lead one of its branches as well. */
function secondPostInVillage(post: SamplePost, leads: boolean): string | undefined {
  const [township, village, branch] = post.unitKey.split(".");
  const isFirstBranch = branch === "dongtou" || branch === "diyi";
  return isFirstBranch && leads ? `${township}.${village}.fushuji` : undefined;
}

/** One account for everyone who holds a post today, named after the first of his posts. */
function openAccounts(holdings: readonly SampleHolding[]): SampleAccount[] {
  const accounts = new Map<string, SampleAccount>();
  for (const { person, post, heldTo } of holdings) {
    if (heldTo !== null || accounts.has(person.id)) continue;
    accounts.set(person.id, { id: idOf(`account/${person.id}`), personId: person.id, loginName: post.key });
  }
  return [...accounts.values()];
}
