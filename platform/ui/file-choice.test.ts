import { describe, expect, test } from "vitest";
import { addFiles, writeSize } from "./file-choice.ts";

const file = (name: string, size = 100) => ({ name, size, lastModified: 1 });
const limits = { maxFiles: 2, maxBytes: 1000, accept: ".docx,.txt" };

describe("选择文件时先把不能传的说清楚", () => {
  test.each([
    ["合格的加入", [], [file("要点.docx")], { names: ["要点.docx"], refusals: [] }],
    ["扩展名大写也算", [], [file("要点.DOCX")], { names: ["要点.DOCX"], refusals: [] }],
    ["空文件不加入", [], [file("空.txt", 0)], { names: [], refusals: ["“空.txt”是空文件（0字节），未加入"] }],
    ["过大的不加入", [], [file("大.txt", 1001)], { names: [], refusals: ["“大.txt”超过1000 字节，未加入"] }],
    [
      "类型不对的不加入",
      [],
      [file("旧.doc")],
      { names: [], refusals: ["“旧.doc”的类型不在可选范围内，未加入"] },
    ],
    [
      "同一文件不重复加入",
      [file("一.txt")],
      [file("一.txt")],
      { names: ["一.txt"], refusals: ["“一.txt”已在列表中，未重复加入"] },
    ],
    [
      "超出个数的不加入，只说一遍",
      [file("一.txt")],
      [file("二.txt"), file("三.txt"), file("四.txt")],
      { names: ["一.txt", "二.txt"], refusals: ["最多2个文件，多出的未加入"] },
    ],
  ])("%s", (_name, present, chosen, expected) => {
    const outcome = addFiles(present, chosen, limits);
    expect(outcome.files.map(({ name }) => name)).toEqual(expected.names);
    expect(outcome.refusals).toEqual(expected.refusals);
  });

  test("没有限定类型时都可加入", () => {
    expect(addFiles([], [file("图.jpg")], { maxFiles: 1, maxBytes: 1000 }).files).toHaveLength(1);
  });
});

test.each([
  [0, "0 字节"],
  [1023, "1023 字节"],
  [1536, "1.5 KB"],
  [20 * 1024 * 1024, "20 MB"],
])("%i 字节写作 %s", (bytes, text) => {
  expect(writeSize(bytes)).toBe(text);
});
