import type { Command } from "commander";
import { type Database, openPool, openQueries } from "#platform/database/index.ts";
import { dayInChina, type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { describeFault, latestArchiveDay } from "#rooms/audit/core/index.ts";
import {
  type ArchivingProblem,
  archiveRecords,
  describeArchiveProblem,
  type RemovalProblem,
  removeArchived,
} from "#rooms/audit/server/index.ts";
import { type AuditHouse, withAreas } from "./audit-house.ts";
import { exitCodes, print, stop } from "./open-database.ts";
import { operator } from "./operator.ts";

interface ArchiveOptions {
  readonly before: string;
  readonly to: string;
  readonly area?: string;
  readonly remove?: boolean;
  readonly json?: boolean;
}

export function addArchiveCommands(audit: Command): void {
  audit
    .command("archive")
    .description("把早于某日的已封存记录写成文件并核对；不满六个月的不能归档")
    .requiredOption("--before <日期>", "归档这一天之前的记录，如 2026-01-01")
    .requiredOption("--to <文件夹>", "存放归档的文件夹")
    .option("--area <代码>", "只归档一个地区（六位代码）")
    .option("--remove", "核对无误后从数据库移出（以数据库所有者身份）")
    .option("--json", "以 JSON 输出")
    .exitOverride()
    .action(runArchive);
  audit
    .command("remove")
    .description("重新核对一份归档，再把其中的记录从数据库移出（以数据库所有者身份）")
    .argument("<文件夹>", "归档所在的文件夹")
    .option("--json", "以 JSON 输出")
    .exitOverride()
    .action((folder: string, { json }: { json?: boolean }) =>
      withAreas({}, (house) => remove(house, folder, json === true)),
    );
}

async function runArchive(options: ArchiveOptions): Promise<void> {
  const before = readDay(options.before, new Date());
  if (!before.ok) return stop(before.problem.line, before.problem.exitCode);
  await withAreas(options, async (house) => {
    for (const areaCode of house.areaCodes) {
      const archived = await archiveRecords(house.database, {
        areaCode,
        before: before.value,
        into: options.to,
        now: new Date(),
        operator: operator(),
      });
      if (!archived.ok) {
        if (archived.problem.code !== "nothing-to-archive") process.exitCode = exitCodes.failed;
        print(`${areaCode} ${describeArchiving(archived.problem)}`);
        continue;
      }
      const { folder, manifest } = archived.value;
      const { records, firstSequence, lastSequence } = manifest;
      if (options.json) print(JSON.stringify({ folder, ...manifest }));
      else
        print(
          `${areaCode} 已归档第${firstSequence}条至第${lastSequence}条，共${records}条，并已核对：${folder}`,
        );
      if (options.remove) await remove(house, folder, options.json === true);
    }
  });
}

function readDay(
  text: string,
  now: Date,
): Result<PlainDate, { readonly line: string; readonly exitCode: number }> {
  const day = parsePlainDate(text);
  if (!day) return fail({ line: "--before 应为 2026-01-01 样式的日期", exitCode: exitCodes.wrongUsage });
  const latest = latestArchiveDay(dayInChina(now));
  if (day <= latest) return succeed(day);
  const line = `审计记录至少在库中保留六个月：--before 最晚可为 ${latest}。`;
  return fail({ line, exitCode: exitCodes.refused });
}

async function remove({ reached }: AuditHouse, folder: string, json: boolean): Promise<void> {
  const pool = openPool(reached.owner, { maxConnections: 1 });
  try {
    const owner: Database = openQueries(pool);
    const removed = await removeArchived(owner, folder, { now: new Date(), operator: operator() });
    if (!removed.ok) return stop(describeRemoval(removed.problem), exitCodes.failed);
    if (json) print(JSON.stringify(removed.value));
    else print(`已从数据库移出${removed.value.removed}条，链从第${removed.value.lastSequence + 1}条继续。`);
  } finally {
    await pool.end();
  }
}

function describeArchiving(problem: ArchivingProblem): string {
  switch (problem.code) {
    case "nothing-to-archive":
      return "没有早于该日的已封存记录。";
    case "start-broken":
      return `链的开头有问题，没有归档：${describeFault(problem.fault)}`;
    case "folder-in-use":
      return `文件夹 ${problem.folder} 已存在，没有归档。请移走后重试。`;
    case "not-verified":
      return `写出的归档核对不符，没有登记：${describeArchiveProblem(problem.problem)}`;
  }
}

function describeRemoval(problem: RemovalProblem): string {
  switch (problem.code) {
    case "not-verified":
      return `归档核对不符，没有移出：${describeArchiveProblem(problem.problem)}`;
    case "archive-unknown":
      return "数据库中没有登记过这份归档，或清单被改动，没有移出。";
    case "chain-differs":
      return "归档与数据库中的链不一致，没有移出。请先运行 panshi audit verify。";
  }
}
