import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import {
  type Database,
  describeDatabaseProblem,
  inTerritory,
  type OpenDatabase,
  openDatabase,
  openQueries,
} from "#platform/database/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { programFolder, readSettings } from "../server/settings.ts";
import { type AdministratorPlan, readPlan } from "./administrator-plan.ts";
import { askForPlan } from "./ask-administrators.ts";
import {
  hasAdministrators,
  listAreas,
  type NewAdministrator,
  type SetupProblem,
  setUpAdministrators,
} from "./setup-administrators.ts";

const exitCodes = { failed: 1, refused: 3 } as const;

type Stop = { readonly line: string; readonly exitCode: number };

export function addSetupCommand(program: Command): void {
  program
    .command("setup")
    .description("安装后的首次设置")
    .command("administrators")
    .description("在控制台建立三员：系统管理员、安全管理员、审计管理员（只能建立一次）")
    .option("--json <文件>", "从 JSON 文件读取地区和三员，用于无人值守安装；结果也以 JSON 输出")
    .exitOverride()
    .action(runSetup);
}

async function runSetup(options: { readonly json?: string }): Promise<void> {
  const outcome = await setUp(options.json);
  if (!outcome.ok) {
    process.stderr.write(`${outcome.problem.line}\n`);
    process.exitCode = outcome.problem.exitCode;
    return;
  }
  if (options.json === undefined) print(outcome.value);
  else process.stdout.write(`${JSON.stringify({ administrators: outcome.value })}\n`);
}

async function setUp(file: string | undefined): Promise<Result<readonly NewAdministrator[], Stop>> {
  const fromFile = file === undefined ? null : await readPlanFile(file);
  if (fromFile && !fromFile.ok) return fromFile;
  const opened = await open();
  if (!opened.ok) return opened;
  try {
    const plan = fromFile ?? (await ask(opened.value));
    if (!plan.ok) return plan;
    const created = await setUpAdministrators(
      opened.value.owner,
      openQueries(opened.value.pool),
      plan.value,
      new Date(),
    );
    return created.ok ? created : fail({ line: sentenceOf(created.problem), exitCode: exitCodes.refused });
  } finally {
    await opened.value.close();
  }
}

async function readPlanFile(file: string): Promise<Result<AdministratorPlan, Stop>> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return fail({ line: `读不到文件“${file}”`, exitCode: exitCodes.failed });
  const plan = readPlan(text);
  return plan.ok ? plan : fail({ line: plan.problem, exitCode: exitCodes.refused });
}

async function open(): Promise<Result<OpenDatabase, Stop>> {
  const settings = readSettings(process.env);
  if (!settings.ok) return fail({ line: settings.problem, exitCode: exitCodes.failed });
  const opened = await openDatabase({
    url: settings.value.databaseUrl,
    applicationUrl: settings.value.databaseAppUrl,
    dataDirectory: settings.value.dataDirectory,
    migrationsDirectory: resolve(programFolder, "database/migrations"),
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  return opened.ok
    ? opened
    : fail({ line: describeDatabaseProblem(opened.problem), exitCode: exitCodes.failed });
}

/** Nothing is asked that would be refused afterwards anyway. */
async function ask(opened: OpenDatabase): Promise<Result<AdministratorPlan, Stop>> {
  const areas = await listAreas(opened.owner);
  const problem = await findProblem(opened, areas);
  if (problem) return fail({ line: sentenceOf(problem), exitCode: exitCodes.refused });
  const plan = await askForPlan({ needsArea: areas.length === 0 });
  return plan === null
    ? fail({ line: "没有完成，什么也没有建立。", exitCode: exitCodes.failed })
    : succeed(plan);
}

async function findProblem(
  opened: OpenDatabase,
  areas: Awaited<ReturnType<typeof listAreas>>,
): Promise<SetupProblem | null> {
  const [only, ...others] = areas;
  if (!only) return null;
  if (only.demo) return { code: "demo-present", areaName: only.name };
  if (others.length > 0) return { code: "several-areas" };
  const database: Database = openQueries(opened.pool);
  const isDone = await inTerritory(database, only.code, (tx) => hasAdministrators(tx, only.code));
  return isDone ? { code: "administrators-present" } : null;
}

const sentences: { readonly [Code in SetupProblem["code"]]: (name: string) => string } = {
  "administrators-present": () => "三员已经建立，不能再建。忘记密码的，由另一名管理员重置。",
  "demo-present": (name) =>
    `数据库中是演示数据（${name}），不能建立真实的管理员。请用 PANSHI_DATA_DIR 或 DATABASE_URL 另设一个空库。`,
  "area-missing": () => "数据库中还没有地区，请在文件中写明 area（code 六位地区代码、name 名称）。",
  "area-exists": (name) => `数据库中已有地区${name}，与文件中写的不是同一个。`,
  "several-areas": () => "数据库中有不止一个地区，不能在控制台建立三员。",
};

const sentenceOf = (problem: SetupProblem): string =>
  sentences[problem.code]("areaName" in problem ? problem.areaName : "");

function print(created: readonly NewAdministrator[]): void {
  const lines = [
    "三员已建立。初始密码只显示这一次，首次登录须修改，并设置第二重验证：",
    "",
    ...created.map(
      ({ title, name, loginName, password }) =>
        `  ${title}　${name}　账号 ${loginName}　初始密码 ${password}`,
    ),
    "",
    "请分别当面交给三人。启动系统：PANSHI_DEMO=0 npm start",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
