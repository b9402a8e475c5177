import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { demoPassword, findFreePort, signIn } from "./program.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "panshi-启动 "));
const running = new Set<ChildProcess>();

afterEach(async () => {
  for (const server of running) server.kill("SIGINT");
  for (let waited = 0; running.size > 0 && waited < 100; waited += 1) await sleep(100);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The server of this very checkout, without npm around it, so that it can be killed by its own number. */
async function start(environment: Readonly<Record<string, string>>) {
  const port = await findFreePort();
  const server = spawn(process.execPath, ["apps/server/main.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"] ?? "",
      PORT: String(port),
      PANSHI_DEMO_PASSWORD: demoPassword,
      ...environment,
    },
  });
  running.add(server);
  let said = "";
  for (const stream of [server.stdout, server.stderr])
    stream.on("data", (part: Buffer) => {
      said += part.toString();
    });
  const ended = new Promise<number | null>((answer) => server.once("close", (code) => answer(code)));
  void ended.then(() => running.delete(server));
  const isReady = async (): Promise<boolean> => {
    while (running.has(server) && !said.includes("磐石已就绪")) await sleep(20);
    return said.includes("磐石已就绪");
  };
  return { port, server, ended, isReady, output: () => said };
}

async function expectRefusal(environment: Readonly<Record<string, string>>, words: RegExp): Promise<void> {
  const started = await start(environment);
  expect([await started.ended, started.output()]).toEqual([1, expect.stringMatching(words)]);
  expect(started.output().trim().split("\n")).toHaveLength(1);
}

describe("数据目录", () => {
  const directory = join(folder, "数据 目录");

  test("名称含汉字和空格，照常启动；同时启动两个，只成一个，另一个得一句中文", async () => {
    const both = await Promise.all([
      start({ PANSHI_DATA_DIR: directory, PANSHI_DEMO: "0" }),
      start({ PANSHI_DATA_DIR: directory, PANSHI_DEMO: "0" }),
    ]);
    const ready = await Promise.all(both.map(({ isReady }) => isReady()));
    expect(ready.toSorted()).toEqual([false, true]);
    const refused = both[ready.indexOf(false)];
    expect([await refused?.ended, refused?.output()]).toEqual([
      1,
      expect.stringMatching(/^启动失败：数据目录 .* 正被另一个运行中的磐石服务/),
    ]);
    const winner = both[ready.indexOf(true)];
    winner?.server.kill("SIGINT");
    expect(await winner?.ended).toBe(0);
  });

  test("空库可以装演示数据；装了演示数据的，不作正式使用", async () => {
    const demo = await start({ PANSHI_DATA_DIR: directory });
    expect([await demo.isReady(), demo.output()]).toEqual([true, expect.stringContaining("已装入演示数据")]);
    demo.server.kill("SIGINT");
    expect(await demo.ended).toBe(0);
    await expectRefusal(
      { PANSHI_DATA_DIR: directory, PANSHI_DEMO: "0" },
      /^启动失败：数据库中装的是演示数据（清源县），不能作正式使用。/,
    );
    const again = await start({ PANSHI_DATA_DIR: directory });
    expect(await again.isReady()).toBe(true);
  });

  test("附佐证附到一半被强行杀死：事项如旧，没有半份佐证，重来即成", async () => {
    const before = await start({ PANSHI_DATA_DIR: directory });
    await before.isReady();
    const town = await signIn(before.port, "liushu.zuzhi");
    const open = (await town.get("/tasks?box=own&state=inProgress")) as { tasks: { id: string }[] };
    const taskId = open.tasks[0]?.id ?? "";
    const evidenceOf = async (person: typeof town) =>
      (await person.get(`/tasks/${taskId}`)) as { evidence: unknown[]; version: number };
    const former = await evidenceOf(town);
    const half = request({
      port: before.port,
      method: "POST",
      path: `/api/v1/tasks/${taskId}/evidence`,
      headers: {
        "content-type": "multipart/form-data; boundary=half",
        cookie: town.cookie,
        "idempotency-key": crypto.randomUUID(),
      },
    });
    half.on("error", () => {});
    half.write(
      `--half\r\nContent-Disposition: form-data; name="file"; filename="半.bin"\r\n\r\n${"x".repeat(5_000_000)}`,
    );
    await sleep(300);
    before.server.kill("SIGKILL");
    await before.ended;

    const after = await start({ PANSHI_DATA_DIR: directory });
    expect(await after.isReady()).toBe(true);
    const again = await signIn(after.port, "liushu.zuzhi");
    expect(await evidenceOf(again)).toEqual(former);
    expect(readdirSync(join(directory, "files/unfinished"))).toEqual([]);
    const form = new FormData();
    form.append("data", JSON.stringify({ happenedOn: "2025-12-31" }));
    form.append("file", new Blob(["整份"]), "整.txt");
    const address = `http://127.0.0.1:${after.port}/api/v1/tasks/${taskId}/evidence`;
    const whole = await fetch(address, { method: "POST", headers: { cookie: again.cookie }, body: form });
    expect(whole.status).toBe(200);
    expect((await evidenceOf(again)).evidence).toHaveLength(former.evidence.length + 1);
  });
});

describe("不能启动的，一句中文说清", () => {
  const file = join(folder, "只是文件");
  test.each([
    ["DATABASE_URL 写错", { DATABASE_URL: "garbage" }, /^启动失败：DATABASE_URL 应形如 postgresql:/],
    ["数据库连不上", { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c" }, /^启动失败：连接不上数据库：/],
    [
      "外接数据库，而数据目录其实是文件",
      { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c", PANSHI_DATA_DIR: file },
      /^启动失败：数据目录 .*不能写入/,
    ],
    ["数据目录其实是文件", { PANSHI_DATA_DIR: file }, /^启动失败：数据目录 .*不能写入/],
    ["PORT 不是数", { PORT: "八千" }, /^启动失败：PORT 应为/],
  ])("%s", async (_name, environment, words) => {
    writeFileSync(file, "");
    mkdirSync(join(folder, "另一处"), { recursive: true });
    await expectRefusal({ PANSHI_DATA_DIR: join(folder, "另一处"), ...environment }, words);
  });
});
