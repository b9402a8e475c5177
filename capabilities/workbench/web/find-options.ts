import type { ResponseOf } from "#platform/http/contract.ts";
import type { findRoute } from "../contract.ts";

type Groups = ResponseOf<typeof findRoute>["groups"];
export type FoundKind = Groups[number]["kind"] | "page";

/** A page of the house as it can be found: by its title or by the initials of its pinyin. */
export interface FindablePage {
  readonly path: string;
  readonly title: string;
  readonly initials: string;
}

/** One line to choose. */
export interface FindOption {
  readonly kind: FoundKind;
  readonly title: string;
  readonly note: string;
  readonly to: string;
}

/** Lines of one kind; `ledger` holds all of them when there are more than stand here. */
export interface FindSection {
  readonly kind: FoundKind | "recent";
  readonly options: readonly FindOption[];
  readonly ledger: string | null;
}

const addressOf: Readonly<Record<Groups[number]["kind"], string>> = {
  unit: "/units",
  person: "/units",
  task: "/tasks",
  list: "/lists",
  document: "/directives",
  bulletin: "/bulletins",
};

/** Where the whole answer stands; people have no ledger of their own. */
const ledgers: Partial<Record<FoundKind, (text: string) => string>> = {
  unit: (text) => `/units?search=${encodeURIComponent(text)}`,
  task: (text) => `/tasks?box=below&search=${encodeURIComponent(text)}`,
  list: (text) => `/lists?box=all&search=${encodeURIComponent(text)}`,
  document: (text) => `/directives?search=${encodeURIComponent(text)}`,
};

const pageOption = ({ title, path }: FindablePage): FindOption => ({
  kind: "page",
  title,
  note: "",
  to: path,
});

/** Without a word: what was opened last, then every page. With one: pages by it, then each room's answer, of which
 * what was chosen before stands first. */
export function sectionsOf(
  text: string,
  known: {
    readonly pages: readonly FindablePage[];
    readonly groups: Groups;
    readonly recent: readonly FindOption[];
  },
): readonly FindSection[] {
  const asked = text.trim().toLowerCase();
  if (asked === "") {
    return withoutEmpty([
      { kind: "recent", options: known.recent, ledger: null },
      { kind: "page", options: known.pages.map(pageOption), ledger: null },
    ]);
  }
  const pages = known.pages.filter(
    ({ title, initials }) => title.includes(asked) || initials.includes(asked),
  );
  return withoutEmpty([
    { kind: "page", options: pages.map(pageOption), ledger: null },
    ...known.groups.map(({ kind, found, hasMore }) => ({
      kind,
      options: recentFirst(
        found.map(({ opensId, title, note }) => ({ kind, title, note, to: `${addressOf[kind]}/${opensId}` })),
        known.recent,
      ),
      ledger: hasMore ? (ledgers[kind]?.(text.trim()) ?? null) : null,
    })),
  ]);
}

const withoutEmpty = (sections: readonly FindSection[]): readonly FindSection[] =>
  sections.filter(({ options }) => options.length > 0);

const isSame = (one: FindOption, other: FindOption): boolean =>
  one.to === other.to && one.title === other.title;

function recentFirst(options: readonly FindOption[], recent: readonly FindOption[]): readonly FindOption[] {
  const placeOf = (option: FindOption): number => {
    const place = recent.findIndex((other) => isSame(other, option));
    return place === -1 ? recent.length : place;
  };
  return options.toSorted((one, other) => placeOf(one) - placeOf(other));
}

const maxRecent = 8;

/** The newest first, each once. */
export const addRecent = (recent: readonly FindOption[], chosen: FindOption): readonly FindOption[] =>
  [chosen, ...recent.filter((other) => !isSame(other, chosen))].slice(0, maxRecent);
