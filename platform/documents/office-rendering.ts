import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Looks at written files as an office sees them, for tests on machines that have LibreOffice and poppler-utils. */

const canRun = (command: string, argument: string): boolean => {
  try {
    execFileSync(command, [argument], { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
};

export const canRender = (): boolean => canRun("soffice", "--version") && canRun("pdftotext", "-v");

export type Rendering = {
  readonly pageCount: number;
  readonly pageSizePoints: readonly [width: number, height: number];
  /** Words of a page, counted from 1, with their places in points from its upper left corner. */
  wordsOfPage(page: number): readonly PlacedWord[];
};

export type PlacedWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The file as LibreOffice prints it. A profile of its own, so that an office already running is left in peace. */
export function renderFile(bytes: Uint8Array, fileName: string): Rendering {
  const folder = mkdtempSync(join(tmpdir(), "panshi-rendering-"));
  try {
    convert(bytes, fileName, folder, "pdf");
    const pdf = join(folder, `${fileName.slice(0, fileName.lastIndexOf("."))}.pdf`);
    const information = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
    const size = /Page size:\s*([\d.]+) x ([\d.]+)/.exec(information);
    const pages = splitPages(execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" }));
    return {
      pageCount: Number(/Pages:\s*(\d+)/.exec(information)?.[1]),
      pageSizePoints: [Number(size?.[1]), Number(size?.[2])],
      wordsOfPage: (page) => pages[page - 1] ?? [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file as LibreOffice writes it again as plain text, one line a paragraph. */
export function convertToText(bytes: Uint8Array, fileName: string): string {
  const folder = mkdtempSync(join(tmpdir(), "panshi-rendering-"));
  try {
    convert(bytes, fileName, folder, "txt:Text (encoded):UTF8");
    return readFileSync(join(folder, `${fileName.slice(0, fileName.lastIndexOf("."))}.txt`), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(bytes: Uint8Array, fileName: string, folder: string, format: string): void {
  const source = join(folder, fileName);
  writeFileSync(source, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", folder, source], {
    stdio: "ignore",
    timeout: 120_000,
    env: { ...process.env, HOME: folder },
  });
}

const wordPattern = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;

const splitPages = (boxes: string): readonly (readonly PlacedWord[])[] =>
  boxes
    .split("<page ")
    .slice(1)
    .map((page) =>
      [...page.matchAll(wordPattern)].map(([, left, top, right, bottom, text]) => ({
        text: text ?? "",
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    );
