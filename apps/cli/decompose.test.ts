import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "panshi-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string): string => join(folder, name);
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(place(name), content);
  return place(name);
};
const panshi = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve(import.meta.dirname, "main.ts"), ...words],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
};
const plan = write("方案.txt", "某县2024年工作方案\n一、各村要在6月底前整改。\n");
const oldWord = Buffer.concat([
  Buffer.from("d0cf11e0a1b11ae1", "hex"),
  Buffer.alloc(512),
  Buffer.from("WordDocument", "utf16le"),
]);

describe("命令行分解", () => {
  test("分解结果单独成一行 JSON", () => {
    const { status, stdout, stderr } = panshi("decompose", plan, "--json");
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      title: "某县2024年工作方案",
      clauses: [{ marker: "一、", deadlines: [{ date: "2024-06-30" }] }],
    });
  });

  test.each<[string, number, () => string[]]>([
    ["没有这个文件", 1, () => [place("没有.txt"), "--json"]],
    ["是文件夹", 1, () => [folder, "--json"]],
    ["年份不在范围内", 2, () => [plan, "--year", "1900"]],
    ["年份没有取值", 2, () => [plan, "--year"]],
    ["参数过多", 2, () => [plan, plan]],
    ["写到原文件上", 2, () => [plan, "--xlsx", plan]],
    ["写入的文件夹不存在", 1, () => [plan, "--xlsx", join(folder, "没有", "清单.xlsx")]],
    ["写到文件夹上", 1, () => [plan, "--xlsx", folder]],
    ["写到别的文件上", 1, () => [plan, "--xlsx", write("笔记.txt", "不能丢")]],
    ["空文件", 3, () => [write("空.txt", "")]],
    ["只有空白", 3, () => [write("空白.txt", " \n　\n")]],
    ["旧版 Word", 3, () => [write("旧.doc", oldWord)]],
    ["PDF", 3, () => [write("扫描.pdf", "%PDF-1.7\n")]],
    ["断掉的 .docx", 3, () => [write("断.docx", Buffer.from("PK\u0003\u0004断", "latin1"))]],
  ])("%s：一行中文，退出码 %i", (_name, status, words) => {
    const answer = panshi("decompose", ...words());
    expect(answer).toMatchObject({ status, stdout: "" });
    expect(answer.stderr).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*\n$/);
    expect(answer.stderr).not.toMatch(/E[A-Z]{4,}|error|Error/);
  });

  test("有密级标志的文件不泄露一个字，也不写出清单", () => {
    const file = write("密.txt", "机密★1年\n关于某事的通知\n一、各村要办某事。\n");
    const { status, stdout, stderr } = panshi("decompose", file, "--json", "--xlsx", place("密.xlsx"));
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).not.toContain("某事");
    expect(existsSync(place("密.xlsx"))).toBe(false);
  });

  test("责任清单可以再写一次，别人的文件不动", () => {
    expect(panshi("decompose", plan, "--xlsx", place("清单.xlsx")).status).toBe(0);
    expect(panshi("decompose", plan, "--xlsx", place("清单.xlsx")).status).toBe(0);
    expect(statSync(place("清单.xlsx")).size).toBeGreaterThan(1000);
    write("笔记.txt", "不能丢");
    panshi("decompose", plan, "--xlsx", place("笔记.txt"));
    expect(readFileSync(place("笔记.txt"), "utf8")).toBe("不能丢");
  });
});
