import type { ContactField, PostKind, ResponsibilityRole } from "../core/index.ts";

/** people.read_holding: every post with everyone who held it and when. */
export type ReadHolding = {
  area_code: string;
  id: string;
  post_id: string;
  person_id: string;
  held_from: string;
  held_to: string | null;
  person_name: string;
  unit_id: string;
  post_title: string;
  post_kind: PostKind;
  responsibility_role: ResponsibilityRole | null;
  ordinal: number;
  is_deputising: boolean;
  person_search: string;
};

/** people.read_post: the posts themselves, held or vacant. */
export type ReadPost = {
  area_code: string;
  id: string;
  unit_id: string;
  title: string;
  kind: PostKind;
  responsibility_role: ResponsibilityRole | null;
  ordinal: number;
};

export type ReadPeopleTables = {
  "people.read_holding": ReadHolding;
  "people.read_post": ReadPost;
  "people.read_person": { area_code: string; id: string; name: string };
};

export type PeopleTables = ReadPeopleTables & {
  "people.person": { area_code: string; id: string; name: string; search_text: string };
  "people.post": ReadPost;
  "people.holding": {
    area_code: string;
    id: string;
    post_id: string;
    person_id: string;
    held_from: string;
    held_to: string | null;
    is_deputising: boolean;
  };
  "people.contact": {
    area_code: string;
    id: string;
    person_id: string;
    sealed_key: Buffer | null;
    sealing_key: string | null;
    sealed_id_number: Buffer | null;
    sealed_phone: Buffer | null;
    entered_at: Date;
    entered_by_name: string;
    destroyed_at: Date | null;
  };
  "people.revelation": {
    area_code: string;
    id: string;
    person_id: string;
    field: ContactField;
    purpose: string;
    revealed_by: string;
    revealed_on: string;
  };
};
