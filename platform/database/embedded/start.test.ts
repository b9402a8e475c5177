import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withClient } from "../connection.ts";
import { nameCluster } from "./leftover.ts";
import { describeStartProblem } from "./problems.ts";
import { findProcesses, identifySelf } from "./processes.ts";
import type { Settings } from "./settings.ts";
import { type EmbeddedPostgres, startEmbedded } from "./start.ts";

const isRoot = process.getuid?.() === 0;
let parent = "";
let dataDirectory = "";
let lines: string[] = [];
const running = new Set<{ stop(): Promise<void> }>();
const children = new Set<ChildProcess>();

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "panshi-start-"));
  chmodSync(parent, 0o755);
  dataDirectory = join(parent, "data");
  lines = [];
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const server of running) await server.stop();
  children.clear();
  running.clear();
  // What a killed child left running is stopped by starting once more.
  if (findCluster().length > 0) await (await start()).stop();
  rmSync(parent, { recursive: true, force: true });
});

// Not waiting for the disk makes no difference here: a killed process leaves its writes with the system.
const impatient: Settings = { fsync: "off" };
const attempt = (settings = impatient) =>
  startEmbedded({ dataDirectory, settings, log: (line) => void lines.push(line) });

async function start(settings = impatient): Promise<EmbeddedPostgres> {
  const started = await attempt(settings);
  if (!started.ok) throw new Error(describeStartProblem(started.problem));
  running.add(started.value);
  return started.value;
}

const findCluster = () => {
  const name = `cluster_name=${nameCluster(join(dataDirectory, "postgres"))}`;
  return findProcesses((command) => command.includes(name));
};

const query = async (server: EmbeddedPostgres, sql: string) =>
  (await withClient(server.owner, (client) => client.query(sql))).rows;

/** Another server process on the same data directory, which has committed one row. */
async function startChild(table = "kept"): Promise<ChildProcess> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "start.ts"))};
    import { withClient } from ${JSON.stringify(join(import.meta.dirname, "../connection.ts"))};
    const started = await startEmbedded({
      dataDirectory: ${JSON.stringify(dataDirectory)}, log() {}, settings: ${JSON.stringify(impatient)} });
    await withClient(started.value.owner, (client) =>
      client.query("CREATE TABLE ${table} AS SELECT generate_series(1, 1000) AS number"));
    console.log("committed");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

describe("内置数据库启动", () => {
  test("首次启动建库，停止后再次启动数据仍在；停止后不留进程和锁", async () => {
    const first = await start();
    await query(first, "CREATE TABLE kept (text text)");
    await query(first, "INSERT INTO kept VALUES ('磐石')");
    await first.stop();
    expect(findCluster()).toEqual([]);
    expect(existsSync(join(dataDirectory, "panshi.lock"))).toBe(false);
    expect(await query(await start(), "SELECT text FROM kept")).toEqual([{ text: "磐石" }]);
  });

  test("排序按中文拼音，字符分类是 UTF-8，落盘开关都开着，密码方式登录", async () => {
    const server = await start({});
    expect(
      await query(
        server,
        `SELECT (SELECT string_agg(name, '' ORDER BY name) FROM unnest(ARRAY['村','安','磐','博']) AS name) AS sorted,
           (SELECT datctype FROM pg_database WHERE datname = current_database()) AS ctype,
           current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
           current_setting('synchronous_commit') AS commit, current_setting('data_checksums') AS checksums,
           current_setting('listen_addresses') AS listen`,
      ),
    ).toEqual([
      {
        sorted: "安博村磐",
        ctype: "C.UTF-8",
        fsync: "on",
        pages: "on",
        commit: "on",
        checksums: "on",
        listen: "127.0.0.1",
      },
    ]);
    const wrong = { ...server.owner, host: "127.0.0.1", password: "wrong" };
    await expect(withClient(wrong, async () => {})).rejects.toThrow("password authentication failed");
  });

  test("密码文件只有本用户能读，数据目录别的用户进不去", async () => {
    await start();
    expect(statSync(join(dataDirectory, "secret.json")).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDirectory, "postgres")).mode & 0o077).toBe(0);
    expect(statSync(dataDirectory).mode & 0o066).toBe(0);
  });

  test("出错的语句不把内容写进数据库日志", async () => {
    const server = await start();
    await query(server, "CREATE TABLE kept (text text UNIQUE)");
    await expect(query(server, "INSERT INTO kept VALUES ('绝密内容'), ('绝密内容')")).rejects.toThrow(
      "duplicate",
    );
    const log = readFileSync(join(dataDirectory, "postgres.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain("绝密内容");
  });

  test("数据库自己停了，有人知道", async () => {
    const server = await start();
    for (const pid of findCluster()) process.kill(pid, "SIGINT");
    await server.exited;
    expect(findCluster()).toEqual([]);
  });
});

describe("数据目录的占用", () => {
  test("正被另一个活着的服务使用：拒绝，说出它的进程号，对方不受影响", async () => {
    const child = await startChild();
    const second = await attempt();
    expect(second).toMatchObject({ problem: { code: "data-directory-in-use", pid: child.pid } });
    if (!second.ok) expect(describeStartProblem(second.problem)).toContain(`进程 ${child.pid}`);
    expect(findCluster()).toHaveLength(1);
    await kill(child);
  });

  test("同一个进程里也不能启动两次", async () => {
    await start();
    expect(await attempt()).toMatchObject({ problem: { code: "data-directory-in-use", pid: process.pid } });
  });

  test("两个启动同时进行，只有一个成功", async () => {
    const both = await Promise.all([attempt(), attempt()]);
    for (const one of both) if (one.ok) running.add(one.value);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  test("服务被 kill -9，数据库遗留着：认出、停止、重新启动，已提交的一行不少", async () => {
    await kill(await startChild());
    const [leftover] = findCluster();
    expect(leftover).toBeGreaterThan(0);
    const server = await start();
    expect(lines.join()).toContain("遗留的数据库进程");
    expect(findCluster()).not.toContain(leftover);
    expect(await query(server, "SELECT count(*) AS count FROM kept")).toEqual([{ count: 1000 }]);
  });

  test("服务和数据库都被 kill -9：恢复后已提交的一行不少", async () => {
    await kill(await startChild());
    for (const pid of findCluster()) process.kill(pid, "SIGKILL");
    const server = await start();
    expect(await query(server, "SELECT count(*) AS count FROM kept")).toEqual([{ count: 1000 }]);
  });

  test.each([
    ["进程已不在", { pid: 4_000_000, startTicks: 1, bootId: "" }],
    ["进程号已被别的进程用了", { pid: process.pid, startTicks: 1, bootId: identifySelf().bootId }],
    ["机器重启过", { ...identifySelf(), bootId: "00000000-0000-0000-0000-000000000000" }],
  ])("陈旧的锁不碍事：%s", async (_name, holder) => {
    mkdirSync(dataDirectory);
    writeFileSync(join(dataDirectory, "panshi.lock"), JSON.stringify(holder));
    await start();
  });

  test("写坏的锁不碍事", async () => {
    mkdirSync(dataDirectory);
    writeFileSync(join(dataDirectory, "panshi.lock"), "{");
    await start();
  });

  test("陈旧的 postmaster.pid 写着一个活着的无关进程：照常启动，不碰那个进程", async () => {
    await (await start()).stop();
    const bystander = spawn("sleep", ["60"]);
    children.add(bystander);
    writeFileSync(
      join(dataDirectory, "postgres/postmaster.pid"),
      `${bystander.pid}\n/elsewhere\n0\n5432\n\n\n\n`,
    );
    await start();
    expect(bystander.exitCode).toBeNull();
    expect(bystander.signalCode).toBeNull();
  });
});

describe("不能启动时说清楚，不动数据", () => {
  test("上次建库中断：留下的半成品不当数据库用，重新建", async () => {
    mkdirSync(join(dataDirectory, "postgres.initializing/base"), { recursive: true });
    writeFileSync(join(dataDirectory, "postgres.initializing/PG_VERSION"), "18\n");
    const server = await start();
    expect(await query(server, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDirectory, "postgres.initializing"))).toBe(false);
  });

  test("密码文件丢了：拒绝；放回去就能启动", async () => {
    await (await start()).stop();
    const secret = join(dataDirectory, "secret.json");
    const content = readFileSync(secret);
    rmSync(secret);
    expect(await attempt()).toMatchObject({ problem: { code: "secret-missing" } });
    writeFileSync(secret, content);
    await start();
  });

  test("别的版本建的数据目录：拒绝", async () => {
    await (await start()).stop();
    writeFileSync(join(dataDirectory, "postgres/PG_VERSION"), "15\n");
    expect(await attempt()).toMatchObject({
      problem: { code: "cluster-version", found: "15", expected: "18" },
    });
  });

  test("数据目录的位置上是一个文件：拒绝", async () => {
    writeFileSync(dataDirectory, "");
    const outcome = await attempt();
    expect(outcome).toMatchObject({ problem: { code: "data-directory-not-writable" } });
    dataDirectory = join(dataDirectory, "below");
    expect(await attempt()).toMatchObject({ problem: { code: "data-directory-not-writable" } });
  });

  test.runIf(isRoot)("数据库文件属于另一个用户：拒绝，说出是谁", async () => {
    mkdirSync(join(dataDirectory, "postgres"), { recursive: true });
    expect(await attempt()).toMatchObject({ problem: { code: "data-directory-owner", owner: "root" } });
  });

  test.runIf(isRoot)("在别人进不去的目录下也能启动，数据就在那里，上层目录的权限不变", async () => {
    chmodSync(parent, 0o700);
    await query(await start(), "CREATE TABLE kept AS SELECT 1 AS number");
    for (const server of running) await server.stop();
    expect(statSync(join(dataDirectory, "postgres/PG_VERSION")).isFile()).toBe(true);
    expect(statSync(parent).mode & 0o777).toBe(0o700);
    await kill(await startChild("more"));
    expect(findCluster()).toHaveLength(1);
    expect(await query(await start(), "SELECT number FROM kept LIMIT 1")).toEqual([{ number: 1 }]);
  });
});
