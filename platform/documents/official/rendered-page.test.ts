import { beforeAll, describe, expect, test } from "vitest";
import { canRender, type PlacedWord, type Rendering, renderFile } from "../office-rendering.ts";
import { sampleBulletin } from "./sample-bulletin.ts";
import { writeOfficialDocument } from "./write-official-document.ts";

const millimetre = 72 / 25.4;
/** The type area in points: 28 mm from the left, 37 mm from the top, 156 × 225 mm. */
const area = {
  left: 28 * millimetre,
  right: (28 + 156) * millimetre,
  top: 37 * millimetre,
  bottom: (37 + 225) * millimetre,
};

const isBody = (word: PlacedWord): boolean => word.top > area.top && word.bottom < area.bottom + 1;
const findNumber = (page: readonly PlacedWord[]): readonly PlacedWord[] =>
  page.filter((word) => word.top > area.bottom);

describe.skipIf(!canRender())("公文版面（国家标准 GB/T 9704—2012）", () => {
  let full: Rendering;
  let bulletin: Rendering;

  beforeAll(async () => {
    const fullPages = {
      ...sampleBulletin,
      attachments: [],
      blocks: [{ kind: "paragraph" as const, text: "党建引领基层治理责任落实".repeat(280) }],
    };
    full = renderFile(await writeOfficialDocument(fullPages), "full.docx");
    bulletin = renderFile(await writeOfficialDocument(sampleBulletin), "bulletin.docx");
  }, 240_000);

  test("A4 纸", () => {
    expect(full.pageSizePoints[0]).toBeCloseTo(210 * millimetre, 0);
    expect(full.pageSizePoints[1]).toBeCloseTo(297 * millimetre, 0);
  });

  test.each([2, 3, 4])("第 %i 页整面二十二行，每行二十八字，撑满版心", (page) => {
    const lines = full.wordsOfPage(page).filter(isBody);
    expect(lines.map((line) => [...line.text].length)).toEqual(Array.from({ length: 22 }, () => 28));
    for (const line of lines) {
      expect(line.left).toBeCloseTo(area.left, 0);
      expect(Math.abs(line.right - area.right)).toBeLessThan(2);
    }
    expect(area.bottom - (lines.at(-1)?.bottom ?? 0)).toBeLessThan(8);
  });

  test("行距固定，约 28.95 磅", () => {
    const tops = full
      .wordsOfPage(2)
      .filter(isBody)
      .map((line) => line.top);
    tops.slice(1).forEach((top, index) => expect(top - (tops[index] ?? 0)).toBeCloseTo(28.95, 0));
  });

  test("页码：单页居右、双页居左，一字线，在版心下七毫米", () => {
    for (const page of [1, 2, 3, 4]) {
      const words = findNumber(full.wordsOfPage(page));
      expect(words.map((word) => word.text)).toEqual(["—", String(page), "—"]);
      const middle = ((words[0]?.top ?? 0) + (words[0]?.bottom ?? 0)) / 2;
      expect(Math.abs(middle - area.bottom - 7 * millimetre)).toBeLessThan(millimetre);
      if (page % 2 === 1) expect(area.right - (words.at(-1)?.right ?? 0)).toBeCloseTo(14, 0);
      else expect((words[0]?.left ?? 0) - area.left).toBeCloseTo(14, 0);
    }
  });

  test("发文机关标志上边缘距版心上边缘三十五毫米，居中", () => {
    const mark = bulletin.wordsOfPage(1).find((word) => word.text === sampleBulletin.issuerMark);
    // A line's box begins a little above its characters.
    expect((mark?.top ?? 0) - area.top).toBeGreaterThan(30 * millimetre);
    expect((mark?.top ?? 0) - area.top).toBeLessThan(37 * millimetre);
    expect(((mark?.left ?? 0) + (mark?.right ?? 0)) / 2).toBeCloseTo((area.left + area.right) / 2, 0);
  });

  test("版记在末页版心底部，附件另起一页，表头每页重复，每页有演示字样", () => {
    const last = bulletin.wordsOfPage(bulletin.pageCount);
    const printer = last.find((word) => word.text === "中共清源县委组织部办公室");
    expect(area.bottom - (printer?.bottom ?? 0)).toBeLessThan(8);
    const pages = Array.from({ length: bulletin.pageCount }, (_value, index) =>
      bulletin.wordsOfPage(index + 1),
    );
    const opening = pages.findIndex((page) =>
      page.some((word) => word.text === "附件" || word.text === "附件1"),
    );
    expect(pages[opening]?.find(isBody)?.text).toMatch(/^附件/);
    for (const page of pages) expect(page.some((word) => word.text === "演示数据，纯属虚构")).toBe(true);
    for (const page of pages.slice(opening)) expect(page.some((word) => word.text === "问题")).toBe(true);
  });

  test("上行文：文号居左、签发人居右，各空一字", async () => {
    const upward = { ...sampleBulletin, attachments: [], signers: ["王某某"] };
    const words = renderFile(await writeOfficialDocument(upward), "upward.docx").wordsOfPage(1);
    const number = words.find((word) => word.text.startsWith("清组通"));
    const signer = words.find((word) => word.text.includes("王某某"));
    expect((number?.left ?? 0) - area.left).toBeCloseTo(15.75, 0);
    expect(area.right - (signer?.right ?? 0)).toBeCloseTo(15.75, 0);
  });

  test.each([1, 2, 3, 4, 5, 6, 9, 25])(
    "正文 %i 段：落款不单独成页，版记在末页底部且不压字",
    async (count) => {
      const short = {
        ...sampleBulletin,
        attachments: [],
        blocks: Array.from({ length: count }, () => ({ kind: "paragraph" as const, text: "逐项整改。" })),
      };
      const rendering = renderFile(await writeOfficialDocument(short), "short.docx");
      const pages = Array.from({ length: rendering.pageCount }, (_value, index) =>
        rendering.wordsOfPage(index + 1),
      );
      const signed = pages.find((page) => page.some((word) => word.text === sampleBulletin.signatory)) ?? [];
      expect(signed.some((word) => word.text === "逐项整改。")).toBe(true);
      const foot = pages.at(-1)?.filter((word) => word.bottom < area.bottom + 1) ?? [];
      const copyTo = foot.findIndex((word) => word.text.startsWith("抄送："));
      expect(copyTo).toBeGreaterThanOrEqual(0);
      const top = foot[copyTo]?.top ?? 0;
      const others = foot.slice(0, copyTo);
      for (const word of others) expect(word.bottom, word.text).toBeLessThanOrEqual(top);
    },
  );
});
