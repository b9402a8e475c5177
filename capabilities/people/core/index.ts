export {
  findResponsible,
  type HeldPost,
  type PostKind,
  type ResponsibilityRole,
  responsibilityRoleNames,
} from "./post.ts";
