import { createServer as createProbe } from "node:net";
import { resolve } from "node:path";
import type { FastifyInstance } from "fastify";
import { checkCrypto, createSecretBox, keepKeys, nativeCrypto } from "#platform/crypto/index.ts";
import {
  describeDatabaseProblem,
  type OpenDatabase,
  openDatabase,
  openQueries,
} from "#platform/database/index.ts";
import { type Installation, openIdentityProvider } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { type Sealer, startSealer } from "#rooms/audit/server/index.ts";
import { createServer } from "./create-server.ts";
import { fillDatabase } from "./fill-database.ts";
import { programFolder, readSettings, type Settings } from "./settings.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One clear line and exit code 1: nothing was started, nothing damaged. */
function refuse(line: string): never {
  process.stderr.write(`启动失败：${line}\n`);
  process.exit(1);
}

/** Asked before the database is touched, so that a second start on the same port leaves no trace. */
const findPortProblem = (settings: Settings): Promise<string | null> =>
  new Promise((answer) => {
    const { port, host } = settings;
    const probe = createProbe();
    probe.once("error", (error) => answer(describePortProblem(settings, error)));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(null)));
  });

function describePortProblem({ port, host }: Settings, error: NodeJS.ErrnoException): string {
  const another = "用 PORT=其他端口 npm start 换一个端口。";
  if (error.code === "EADDRINUSE") return `端口 ${port} 已被占用。请关闭占用它的程序，或${another}`;
  if (error.code === "EACCES") return `当前用户不能使用端口 ${port}。请${another}`;
  return `不能在地址 ${host} 的端口 ${port} 上提供服务（${error.code ?? error.message}）。请检查 HOST 和 PORT。`;
}

async function start(): Promise<void> {
  const startedAt = performance.now();
  const read = readSettings(process.env);
  if (!read.ok) refuse(read.problem);
  const settings = read.value;
  const cryptoProblem = checkCrypto(nativeCrypto);
  if (cryptoProblem) refuse(cryptoProblem);
  const portProblem = await findPortProblem(settings);
  if (portProblem) refuse(portProblem);
  const opening = openDatabase({
    url: settings.databaseUrl,
    applicationUrl: settings.databaseAppUrl,
    dataDirectory: settings.dataDirectory,
    migrationsDirectory: resolve(programFolder, "database/migrations"),
    log: say,
  });
  const stopping = stopOnSignal(opening);
  const opened = await opening;
  if (!opened.ok) refuse(describeDatabaseProblem(opened.problem));
  await serve(settings, opened.value, { startedAt, stopping }).catch((error: unknown) => {
    // What was under way when the signal came fails, as it must: the stop itself ends the program.
    if (!stopping.asked) throw error;
  });
}

interface Stopping {
  asked: boolean;
  server: FastifyInstance | null;
  sealer: Sealer | null;
  stop(line: string, exitCode: number): Promise<void>;
}

/** A signal may come at any time, also while starting: what is open by then is closed, and no database is left. */
function stopOnSignal(opening: Promise<Result<OpenDatabase, unknown>>): Stopping {
  const stopping: Stopping = { asked: false, server: null, sealer: null, stop };
  async function stop(line: string, exitCode: number): Promise<void> {
    if (stopping.asked) return;
    stopping.asked = true;
    say(line);
    try {
      const database = await opening;
      await stopping.server?.close();
      await stopping.sealer?.stop();
      if (database.ok) await database.value.close();
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
    }
    process.exit(exitCode);
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop("正在停止……", 0));
  return stopping;
}

async function serve(
  settings: Settings,
  database: OpenDatabase,
  { startedAt, stopping }: { readonly startedAt: number; readonly stopping: Stopping },
): Promise<void> {
  const keys = keepBothKeys(settings);
  const filled = keys.ok ? await fillDatabase(database, settings, say) : keys;
  if (!filled.ok || !keys.ok) {
    await database.close();
    refuse(filled.ok ? "" : filled.problem);
  }
  const sealer = startSealer({
    database: openQueries(database.pool),
    clock: () => new Date(),
    announce: say,
    warn: (line) => void process.stderr.write(`${line}\n`),
  });
  stopping.sealer = sealer;
  const server = await createServer({
    pool: database.pool,
    recordsLeft: sealer.recordsLeft,
    filesFolder: resolve(settings.dataDirectory, "files"),
    logLevel: settings.logLevel,
    installation: {
      origin: settings.origin,
      ...keys.value,
      identityProvider: settings.identityProvider && openIdentityProvider(settings.identityProvider),
    },
  });
  stopping.server = server;
  const listening = await listen(server, settings);
  if (!listening.ok) {
    await server.close();
    await sealer.stop();
    await database.close();
    refuse(listening.problem);
  }
  void database.exited.then(() => stopping.stop("数据库已停止运行，服务随之停止。", 1));
  for (const line of filled.value) say(line);
  say(
    `磐石已就绪：${listening.value}（启动用时 ${((performance.now() - startedAt) / 1000).toFixed(1)} 秒，按 Ctrl-C 停止）`,
  );
}

function keepBothKeys(settings: Settings): Result<Pick<Installation, "secretBox" | "personalKeys">, string> {
  const key = keepKeys(settings.keyFile);
  if (!key.ok) return fail(`${describeKeyProblem(key.problem)}没有它，已保存的动态口令都不能用。`);
  const personal = keepKeys(settings.personalKeyFile);
  if (!personal.ok)
    return fail(`${describeKeyProblem(personal.problem)}没有它，已登记的个人信息都读不出来。`);
  return succeed({ secretBox: createSecretBox(key.value), personalKeys: personal.value });
}

const describeKeyProblem = ({ path }: { readonly path: string }): string =>
  `密钥文件 ${path} 读不到，或者内容不是密钥。请恢复原来的文件；`;

/** The port may have been taken while the database started. */
const listen = (server: FastifyInstance, settings: Settings): Promise<Result<string, string>> =>
  server
    .listen({ port: settings.port, host: settings.host })
    .then(succeed, (error: NodeJS.ErrnoException) => fail(describePortProblem(settings, error)));

await start();
