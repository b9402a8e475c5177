import { Ajv } from "ajv";
import { Type } from "typebox";
import { describe, expect, test } from "vitest";
import { explainValidation } from "./validation.ts";

const form = Type.Object({
  happenedOn: Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", title: "发生日期" }),
  text: Type.Optional(Type.Object({ title: Type.String({ minLength: 1, title: "标题" }) })),
  rows: Type.Optional(Type.Array(Type.Object({ count: Type.Integer({ minimum: 1, title: "项数" }) }))),
  version: Type.Optional(Type.Integer()),
  asked: Type.Optional(
    Type.Union([
      Type.Object({ kind: Type.Literal("account"), name: Type.String({ title: "姓名" }) }),
      Type.Object({
        kind: Type.Literal("unit"),
        code: Type.String({ pattern: "^[0-9]+$", title: "代码" }),
        until: Type.Union([Type.Null(), Type.String({ minLength: 2, title: "截止日" })]),
      }),
    ]),
  ),
});
const right = { happenedOn: "2026-11-20" };

function refuse(sent: unknown) {
  const validate = new Ajv({ allErrors: true }).compile(form);
  validate(sent);
  return explainValidation((validate.errors ?? []) as never, "body", form);
}

describe("填错的地方用表单上的叫法指出", () => {
  test.each([
    ["没填日期", { happenedOn: "" }, "填写内容有误：“发生日期”请填写，如2026-11-20"],
    ["整栏没送", {}, "填写内容有误：“发生日期”必须填写"],
    ["表单里的表单", { ...right, text: { title: "" } }, "填写内容有误：“标题”不能为空"],
    ["成行的栏目", { ...right, rows: [{ count: 0 }] }, "填写内容有误：“项数”不能小于1"],
    [
      "几种表单之一，只说填的那一种",
      { ...right, asked: { kind: "unit", code: "x1", until: null } },
      "填写内容有误：“代码”格式不对",
    ],
    [
      "几种表单之一，缺一栏",
      { ...right, asked: { kind: "unit", until: null } },
      "填写内容有误：“代码”必须填写",
    ],
    ["没有这种表单", { ...right, asked: { kind: "other" } }, "填写内容有误：“姓名”必须填写"],
    ["不由人填的栏目照字段名", { ...right, version: 1.5 }, "填写内容有误：“version”类型不对"],
  ])("%s", (_name, sent, detail) => {
    expect(refuse(sent).detail).toBe(detail);
  });

  test("地址抄错时不说字段名，说怎么办", () => {
    expect(
      explainValidation(
        [
          {
            keyword: "format",
            instancePath: "/taskId",
            schemaPath: "#/properties/taskId/format",
            params: {},
          } as never,
        ],
        "params",
      ).detail,
    ).toBe("地址有误，可能没有抄全，请从列表重新打开");
  });

  test("别的栏目也有错时一并说", () => {
    const { errors } = refuse({ happenedOn: "", asked: { kind: "unit", code: "x", until: null } });
    expect(errors.map(({ label }) => label)).toEqual(["发生日期", "代码"]);
  });

  test("字段名照旧，供表单把话放在那一栏旁边", () => {
    expect(refuse({ happenedOn: "" }).errors).toEqual([
      { field: "happenedOn", label: "发生日期", message: "请填写，如2026-11-20" },
    ]);
  });
});
