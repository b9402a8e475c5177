import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";

const nullable = Type.Union([Type.String(), Type.Null()]);

export const listUnitPostsRoute = defineRoute({
  id: "people.listPosts",
  method: "GET",
  path: "/units/:unitId/posts",
  summary: "一个单位的岗位及现任",
  params: Type.Object({ unitId: Type.String({ format: "uuid" }) }),
  response: Type.Object({
    /** Whether the actor keeps the contact data of whoever holds a post here. */
    mayKeepContacts: Type.Boolean(),
    posts: Type.Array(
      Type.Object({
        postId: Type.String(),
        title: Type.String(),
        kind: Type.String(),
        role: nullable,
        personName: nullable,
        isDeputising: Type.Boolean(),
      }),
    ),
  }),
});

const words = "^[^\\u0000\\ud800-\\udfff]*$";
/** Something besides blanks. */
const written = "^[^\\u0000\\ud800-\\udfff]*[^\\s\\u0000\\ud800-\\udfff][^\\u0000\\ud800-\\udfff]*$";
const reason = (title: string) => Type.String({ minLength: 1, maxLength: 200, pattern: written, title });
/** "me" is whoever asks. */
const personParams = Type.Object({
  personId: Type.Union([Type.Literal("me"), Type.String({ format: "uuid" })]),
});

/** Plain values are in no answer but that to a revelation. */
const maskedContact = Type.Object({
  personId: Type.String(),
  personName: Type.String(),
  idNumber: nullable,
  phone: nullable,
  enteredAt: nullable,
  enteredByName: nullable,
  /** False when the key that sealed it is not there. */
  isReadable: Type.Boolean(),
});

export const listUnitContactsRoute = defineRoute({
  id: "people.unitContacts",
  method: "GET",
  path: "/units/:unitId/contacts",
  summary: "一个单位任职人员的联系方式（遮蔽）",
  params: Type.Object({ unitId: Type.String({ format: "uuid" }) }),
  response: Type.Object({
    contacts: Type.Array(Type.Object({ ...maskedContact.properties, hasLeft: Type.Boolean() })),
  }),
});

export const getContactRoute = defineRoute({
  id: "people.contact",
  method: "GET",
  path: "/persons/:personId/contact",
  summary: "一个人的联系方式（遮蔽）",
  params: personParams,
  response: maskedContact,
});

const typed = (title: string) =>
  Type.Union([Type.String({ maxLength: 40, pattern: words, title }), Type.Null()]);

export const setContactRoute = defineRoute({
  id: "people.setContact",
  method: "POST",
  path: "/persons/:personId/contact",
  summary: "登记或修改联系方式",
  params: personParams,
  /** What is left out stays as it is; null takes it away. */
  body: Type.Object({
    idNumber: Type.Optional(typed("身份证号")),
    phone: Type.Optional(typed("手机号")),
  }),
  response: Type.Object({ done: Type.Boolean() }),
  /** A digest of an eleven-digit number could be guessed at leisure. */
  isSecret: true,
});

export const revealContactRoute = defineRoute({
  id: "people.revealContact",
  method: "POST",
  path: "/persons/:personId/contact/revelation",
  summary: "查看一项联系方式的完整内容，须写明用途",
  params: personParams,
  body: Type.Object({
    field: Type.Union([Type.Literal("idNumber"), Type.Literal("phone")]),
    purpose: reason("用途"),
  }),
  response: Type.Object({ value: Type.String() }),
  isSecret: true,
});

export const deleteContactRoute = defineRoute({
  id: "people.deleteContact",
  method: "POST",
  path: "/persons/:personId/contact/deletion",
  summary: "删除联系方式：销毁其密钥，不能恢复",
  params: personParams,
  body: Type.Object({ reason: reason("理由") }),
  response: Type.Object({ done: Type.Boolean() }),
});
