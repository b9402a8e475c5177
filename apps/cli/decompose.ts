import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { documentProblems, maxFileBytes, readDocumentText } from "#platform/documents/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { writeWorkbook } from "#platform/spreadsheets/index.ts";
import { type Decomposition, decompose } from "#rooms/directives/core/index.ts";
import { decompositionLedger } from "#rooms/responsibilities/core/index.ts";
import { operator } from "./operator.ts";

interface Options {
  readonly json?: boolean;
  readonly year?: string;
  readonly xlsx?: string;
}

const exitCodes = { failed: 1, wrongUsage: 2, refused: 3 } as const;

export function addDecomposeCommand(program: Command): void {
  program
    .command("decompose")
    .description("把上级文件（.txt 或 .docx）分解为逐条要求")
    .argument("<文件>", "要分解的文件")
    .option("--json", "以 JSON 输出分解结果")
    .option("--year <年份>", "文件所属年份，用于推算时限")
    .option("--xlsx <文件>", "另存为责任清单工作簿")
    .exitOverride()
    .action(runDecompose);
}

async function runDecompose(file: string, options: Options): Promise<void> {
  const year = options.year === undefined ? undefined : Number(options.year);
  if (year !== undefined && (!Number.isInteger(year) || year < 1949 || year > 2100)) {
    return stop("--year 应为 1949 至 2100 的年份", exitCodes.wrongUsage);
  }
  if (options.xlsx !== undefined && resolve(options.xlsx) === resolve(file)) {
    return stop("--xlsx 不能写到要分解的文件上", exitCodes.wrongUsage);
  }
  const read = await readFileText(file);
  if (!read.ok) return stop(read.problem.line, read.problem.exitCode);
  const decomposition = decompose(read.value, year === undefined ? {} : { year });
  if (options.xlsx !== undefined) {
    const saved = await saveLedger(options.xlsx, decomposition);
    if (!saved.ok) return stop(saved.problem, exitCodes.failed);
  }
  if (options.json) process.stdout.write(`${JSON.stringify(decomposition)}\n`);
  else printOutline(decomposition);
}

type ReadProblem = { readonly line: string; readonly exitCode: number };

async function readFileText(file: string): Promise<Result<string, ReadProblem>> {
  const facts = await stat(file).catch(() => null);
  if (facts?.isDirectory()) return fail({ line: `“${file}”是文件夹，不是文件`, exitCode: exitCodes.failed });
  if (!facts?.isFile()) return fail({ line: `找不到文件“${file}”`, exitCode: exitCodes.failed });
  if (facts.size > maxFileBytes) {
    return fail({ line: documentProblems["file-too-large"].title, exitCode: exitCodes.refused });
  }
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return fail({ line: `不能读取“${file}”，请检查有没有权限`, exitCode: exitCodes.failed });
  const text = await readDocumentText(bytes, basename(file));
  if (text.ok) return succeed(text.value.text);
  return fail({ line: documentProblems[text.problem.code].title, exitCode: exitCodes.refused });
}

async function saveLedger(path: string, decomposition: Decomposition): Promise<Result<null, string>> {
  const ledger = decompositionLedger(decomposition);
  const now = new Date();
  const content = await writeWorkbook({
    createdOn: dayInChina(now),
    exported: { by: operator(), at: now },
    sheets: [{ name: "责任清单", title: ledger.title, columns: ledger.columns, rows: ledger.rows }],
  });
  const isOther = await holdsSomethingElse(path);
  if (isOther) return fail(`“${path}”已有同名文件且不是工作簿，没有覆盖`);
  try {
    await writeFile(path, content);
    return succeed(null);
  } catch (error) {
    return fail(`不能写入“${path}”：${writeProblems[codeOf(error)] ?? "磁盘或文件系统出错"}`);
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "";

const writeProblems: Readonly<Record<string, string>> = {
  ENOENT: "文件夹不存在",
  ENOTDIR: "文件夹不存在",
  EISDIR: "这是一个文件夹",
  EACCES: "没有写入权限",
  EPERM: "没有写入权限",
  EROFS: "磁盘是只读的",
  ENOSPC: "磁盘已满",
  EBUSY: "文件正被其他程序打开",
  ENAMETOOLONG: "文件名太长",
};

/** An older ledger is replaced; somebody's document that happens to bear the name is not. */
async function holdsSomethingElse(path: string): Promise<boolean> {
  const there = await readFile(path).catch(() => null);
  if (there === null || there.length === 0) return false;
  return !path.toLowerCase().endsWith(".xlsx") || there.subarray(0, 2).toString("latin1") !== "PK";
}

function printOutline(decomposition: Decomposition): void {
  const lines = decomposition.clauses.map((clause) => {
    const mark = clause.requirement ? "要求" : "叙述";
    const words = clause.heading ?? clause.text;
    return `${"  ".repeat(clause.level - 1)}[${mark}] 第${clause.sourceLine}行 ${clause.marker ?? ""}${words.slice(0, 60)}`;
  });
  const requirements = decomposition.clauses.filter((clause) => clause.requirement).length;
  process.stdout.write(
    `${[decomposition.title ?? "（无标题）", ...lines, `共${lines.length}条，其中要求${requirements}条`].join("\n")}\n`,
  );
}

function stop(line: string, exitCode: number): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = exitCode;
}
