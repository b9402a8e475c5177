import type { PostKind, ResponsibilityRole } from "../core/index.ts";

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
};
