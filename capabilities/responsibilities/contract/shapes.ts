import { Type } from "typebox";

export const nullable = Type.Union([Type.Null(), Type.String()]);
export const uuid = Type.String({ format: "uuid" });
/** Without what no column takes: the character 0 and half a character. */
export const words = "^[^\\u0000\\ud800-\\udfff]*$";
export const version = Type.Integer({ minimum: 1, maximum: 2_147_483_647, title: "版本" });
export const year = Type.Integer({ minimum: 2000, maximum: 2100, title: "年度" });
export const day = Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", title: "时限" });
export const title = Type.String({ minLength: 1, maxLength: 200, pattern: words, title: "清单名称" });
export const listParams = Type.Object({ listId: uuid });
export const itemParams = Type.Object({ listId: uuid, itemId: uuid });

/** More in one act than anybody could look through. */
export const maxItems = 1_000;
export const maxUnits = 2_000;

export const listStatus = Type.Union([
  Type.Literal("draft"),
  Type.Literal("forSignature"),
  Type.Literal("published"),
  Type.Literal("cancelled"),
]);

export const listStep = Type.Union([
  Type.Literal("submit"),
  Type.Literal("withdraw"),
  Type.Literal("return"),
  Type.Literal("issue"),
  Type.Literal("cancel"),
]);

export const itemOrigin = Type.Union([
  Type.Literal("keyPoints"),
  Type.Literal("selfFound"),
  Type.Literal("superiorReview"),
  Type.Literal("masses"),
  Type.Literal("inspection"),
  Type.Literal("appraisal"),
  Type.Literal("other"),
]);

export const responsibilityRole = Type.Union([
  Type.Literal("firstResponsible"),
  Type.Literal("directResponsible"),
  Type.Literal("mainResponsible"),
  Type.Literal("specificResponsible"),
  Type.Literal("dualDuty"),
]);

export const listSummary = Type.Object({
  id: Type.String(),
  title: Type.String(),
  year: Type.Integer(),
  status: listStatus,
  drafterName: Type.String(),
  issuerName: Type.String(),
  itemCount: Type.Integer(),
  createdAt: Type.String(),
  createdByName: Type.String(),
  signedOn: nullable,
  signerName: nullable,
});

export const namedUnit = Type.Object({ id: Type.String(), name: Type.String() });

export const changed = Type.Object({ version: Type.Integer() });
