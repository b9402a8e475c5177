import { createServer as createProbe } from "node:net";
import { resolve } from "node:path";
import { describeDatabaseProblem, type OpenDatabase, openDatabase } from "#platform/database/index.ts";
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
const isPortFree = ({ port, host }: Settings): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createProbe();
    probe.once("error", () => answer(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(true)));
  });

async function start(): Promise<void> {
  const startedAt = performance.now();
  const read = readSettings(process.env);
  if (!read.ok) refuse(read.problem);
  const settings = read.value;
  if (!(await isPortFree(settings))) {
    refuse(`端口 ${settings.port} 已被占用。请关闭占用它的程序，或用 PORT=其他端口 npm start 换一个端口。`);
  }
  const opened = await openDatabase({
    url: settings.databaseUrl,
    applicationUrl: settings.databaseAppUrl,
    dataDirectory: settings.dataDirectory,
    migrationsDirectory: resolve(programFolder, "database/migrations"),
    log: say,
  });
  if (!opened.ok) refuse(describeDatabaseProblem(opened.problem));
  await serve(settings, opened.value, startedAt);
}

async function serve(settings: Settings, database: OpenDatabase, startedAt: number): Promise<void> {
  const filled = await fillDatabase(database, settings, say);
  if (!filled.ok) {
    await database.close();
    refuse(filled.problem);
  }
  const server = await createServer({
    pool: database.pool,
    filesFolder: resolve(settings.dataDirectory, "files"),
    logLevel: settings.logLevel,
  });
  const address = await server.listen({ port: settings.port, host: settings.host });
  const stop = stopOnce(async () => {
    await server.close();
    await database.close();
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop("正在停止……", 0));
  void database.exited.then(() => stop("数据库已停止运行，服务随之停止。", 1));
  for (const line of filled.value) say(line);
  say(
    `磐石已就绪：${address}（启动用时 ${((performance.now() - startedAt) / 1000).toFixed(1)} 秒，按 Ctrl-C 停止）`,
  );
}

function stopOnce(work: () => Promise<void>): (line: string, exitCode: number) => Promise<void> {
  let stopping = false;
  return async (line, exitCode) => {
    if (stopping) return;
    stopping = true;
    say(line);
    await work().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    process.exit(exitCode);
  };
}

await start();
