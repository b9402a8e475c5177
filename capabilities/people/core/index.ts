export {
  findResponsible,
  type HeldPost,
  type PostKind,
  postKindNames,
  type ResponsibilityRole,
  responsibilityRoleNames,
} from "./post.ts";
