import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";

export const unitSummary = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    fullName: Type.String(),
    kind: Type.String(),
    sector: Type.Union([Type.String(), Type.Null()]),
    officialCode: Type.String(),
    parentId: Type.Union([Type.String(), Type.Null()]),
    parentName: Type.Union([Type.String(), Type.Null()]),
    memberCount: Type.Integer(),
    childCount: Type.Integer(),
  },
  { title: "单位" },
);

export const listUnitsRoute = defineRoute({
  id: "organizations.list",
  method: "GET",
  path: "/units",
  summary: "职责范围内的单位：按上级、类别或名称片段",
  query: Type.Object({
    parentId: Type.Optional(Type.String({ format: "uuid" })),
    kind: Type.Optional(Type.String({ maxLength: 40 })),
    search: Type.Optional(Type.String({ maxLength: 40 })),
    after: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  response: Type.Object({
    units: Type.Array(unitSummary),
    next: Type.Union([Type.String(), Type.Null()]),
  }),
});

export const getUnitRoute = defineRoute({
  id: "organizations.get",
  method: "GET",
  path: "/units/:unitId",
  summary: "一个单位及其上级",
  params: Type.Object({ unitId: Type.String({ format: "uuid" }) }),
  response: Type.Object({
    unit: unitSummary,
    /** From the root down; a superior outside the asker's care is named, not opened. */
    ancestors: Type.Array(Type.Object({ ...unitSummary.properties, mayOpen: Type.Boolean() })),
  }),
});
