import type { Command } from "commander";
import { inTerritory } from "#platform/database/index.ts";
import { describeFault } from "#rooms/audit/core/index.ts";
import {
  type AreaVerification,
  describeArchiveProblem,
  findHead,
  verifyArchive,
  verifyArea,
} from "#rooms/audit/server/index.ts";
import { addArchiveCommands } from "./audit-archive.ts";
import { type AuditHouse, withAreas } from "./audit-house.ts";
import { exitCodes, print, stop } from "./open-database.ts";

interface AreaOptions {
  readonly area?: string;
  readonly json?: boolean;
}

interface VerifyOptions extends AreaOptions {
  readonly head?: string;
  readonly after?: string;
  readonly archive?: string;
}

export function addAuditCommands(program: Command): void {
  const audit = program.command("audit").description("审计链：查看链首、核验、归档").exitOverride();
  audit
    .command("head")
    .description("打印各地区审计链的最后一条及其摘要，供存到数据库之外")
    .option("--area <代码>", "只看一个地区（六位代码）")
    .option("--json", "以 JSON 输出")
    .exitOverride()
    .action((options: AreaOptions) => withAreas(options, (house) => printHeads(house, options)));
  audit
    .command("verify")
    .description("核验审计链，指出第一处被改、被删、被补的记录；完好时退出码为 0，有问题时为 1")
    .option("--area <代码>", "只核一个地区（六位代码）")
    .option("--head <摘要>", "链上应当有的摘要（以前由 audit head 打印的）")
    .option("--after <序号>", "从这一条之后接着核（前面的问题已查明）")
    .option("--archive <文件夹>", "核验一份归档，不读数据库")
    .option("--json", "以 JSON 输出")
    .exitOverride()
    .action(runVerify);
  addArchiveCommands(audit);
}

async function printHeads({ database, areaCodes }: AuditHouse, { json }: AreaOptions): Promise<void> {
  for (const areaCode of areaCodes) {
    const head = await inTerritory(database, areaCode, (tx) => findHead(tx, areaCode));
    const digest = head?.digest.toString("hex") ?? null;
    const sealedAt = head?.sealed_at.toISOString() ?? null;
    if (json) print(JSON.stringify({ areaCode, sequence: head?.sequence ?? 0, digest, sealedAt }));
    else
      print(head ? `${areaCode} 第${head.sequence}条 ${digest} ${sealedAt}` : `${areaCode} 还没有封存的记录`);
  }
}

async function runVerify(options: VerifyOptions): Promise<void> {
  const head = options.head?.trim().toLowerCase();
  const after = options.after === undefined ? undefined : Number(options.after);
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    return stop("--head 应为 64 位十六进制摘要", exitCodes.wrongUsage);
  }
  if (after !== undefined && (!Number.isSafeInteger(after) || after < 0)) {
    return stop("--after 应为不小于 0 的整数", exitCodes.wrongUsage);
  }
  if (options.archive !== undefined) return verifyFolder(options.archive, options.json === true);
  await withAreas(options, async ({ database, areaCodes }) => {
    // A digest without a county is looked for in each; the chain that has it is enough.
    const found: AreaVerification[] = [];
    const startedAt = performance.now();
    for (const areaCode of areaCodes)
      found.push(await verifyArea(database, areaCode, { head, after, progress }));
    clearProgress();
    const seconds = (performance.now() - startedAt) / 1000;
    const verified = settleHead(found);
    for (const each of verified) print(options.json ? describeAsJson(each) : describe(each));
    const checked = verified.reduce((sum, each) => sum + each.checked, 0);
    if (!options.json)
      print(`共核验${checked}条，用时${seconds.toFixed(1)}秒，每秒${Math.round(checked / seconds)}条。`);
    if (verified.some(({ fault }) => fault !== null)) process.exitCode = exitCodes.failed;
  });
}

/** That other counties' chains lack the digest is no fault when one has it. */
function settleHead(found: readonly AreaVerification[]): readonly AreaVerification[] {
  const lacks = ({ fault }: AreaVerification): boolean => fault?.code === "head-not-found";
  if (found.every(lacks)) return found;
  return found.map((each) => (lacks(each) ? { ...each, fault: null } : each));
}

const isShown = process.stderr.isTTY;

function progress(checked: number): void {
  if (isShown) process.stderr.write(`\r已核验 ${checked} 条`);
}

function clearProgress(): void {
  if (isShown) process.stderr.write("\r\u001b[K");
}

function describe({ areaCode, fault, checked, unsealed, position, startedAfter }: AreaVerification): string {
  const tail = unsealed > 0 ? `，另有${unsealed}条尚未封存` : "";
  const stretch = startedAfter > 0 ? `（第${startedAfter}条及以前已归档移出）` : "";
  if (fault) return `${areaCode} 有问题：${describeFault(fault)}此前${checked}条完好${stretch}${tail}。`;
  return `${areaCode} 完好：${checked}条逐条相连，至第${position.sequence}条 ${position.digest}${stretch}${tail}。`;
}

const describeAsJson = ({
  areaCode,
  fault,
  checked,
  unsealed,
  position,
  startedAfter,
}: AreaVerification): string =>
  JSON.stringify({
    areaCode,
    sound: fault === null,
    checked,
    startedAfter,
    sequence: position.sequence,
    digest: position.digest,
    unsealed,
    fault: fault && { ...fault, words: describeFault(fault) },
  });

async function verifyFolder(folder: string, json: boolean): Promise<void> {
  const verified = await verifyArchive(folder);
  if (!verified.ok) return stop(describeArchiveProblem(verified.problem), exitCodes.failed);
  const { manifest, manifestDigest } = verified.value;
  if (json) return print(JSON.stringify({ sound: true, manifestDigest, ...manifest }));
  print(
    `归档完好：${manifest.areaCode} 第${manifest.firstSequence}条至第${manifest.lastSequence}条，共${manifest.records}条，清单摘要 ${manifestDigest}。`,
  );
}
