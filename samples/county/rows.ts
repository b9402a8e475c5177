import { searchTextOf } from "#platform/database/index.ts";
import type { SampleCounty } from "./generate-county.ts";
import { idOf } from "./identifiers.ts";
import { workRowsOf } from "./work/work-rows.ts";

/** Rows of one table; every row has the same columns, `area_code` apart. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** What only the loader knows of an account. */
export interface AccountSecrets {
  readonly passwordHash: string;
  readonly createdAt: Date;
}

/** The county as rows, in an order in which every foreign key finds what it points to. */
export const rowsOf = (county: SampleCounty, secrets: AccountSecrets): TableRows[] => [
  ...organizationRows(county),
  ...peopleRows(county),
  ...accountRows(county, secrets),
  ...workRowsOf(county.work),
];

/** The contents of the files among the evidence, to be kept under their digest. */
export const filesOf = ({ work }: SampleCounty): Uint8Array[] =>
  work.tasks.flatMap(({ evidence }) =>
    evidence.flatMap(({ fileText }) => (fileText === null ? [] : [new TextEncoder().encode(fileText)])),
  );

function organizationRows({ units }: SampleCounty): TableRows[] {
  return [
    {
      table: "organizations.unit",
      rows: units.map((unit) => ({ id: unit.id, founded_on: unit.foundedOn, abolished_on: null })),
    },
    {
      table: "organizations.unit_version",
      rows: units.map((unit) => ({
        id: idOf(`version/${unit.key}`),
        unit_id: unit.id,
        valid_from: unit.foundedOn,
        valid_to: null,
        name: unit.name,
        full_name: unit.fullName,
        kind: unit.kind,
        sector: unit.sector,
        official_code: unit.officialCode,
        parent_id: unit.parentId,
        system_parent_id: unit.systemParentId,
        drafts_for_id: unit.draftsForId,
        path: unit.path,
        system_path: unit.systemPath,
        member_count: unit.memberCount,
        search_text: unit.searchText,
      })),
    },
  ];
}

function peopleRows({ people }: SampleCounty): TableRows[] {
  return [
    {
      table: "people.person",
      rows: people.persons.map(({ id, name }) => ({ id, name, search_text: searchTextOf(name) })),
    },
    {
      table: "people.post",
      rows: people.posts.map((post) => ({
        id: post.id,
        unit_id: post.unitId,
        title: post.title,
        kind: post.kind,
        responsibility_role: post.role,
        ordinal: post.ordinal,
      })),
    },
    {
      table: "people.holding",
      rows: people.holdings.map((holding) => ({
        id: holding.id,
        post_id: holding.post.id,
        person_id: holding.person.id,
        held_from: holding.heldFrom,
        held_to: holding.heldTo,
      })),
    },
  ];
}

const accountRows = ({ people }: SampleCounty, { passwordHash, createdAt }: AccountSecrets): TableRows[] => [
  {
    table: "access.account",
    rows: people.accounts.map((account) => ({
      id: account.id,
      person_id: account.personId,
      login_name: account.loginName,
      password_hash: passwordHash,
      demo: true,
      created_at: createdAt,
    })),
  },
];
