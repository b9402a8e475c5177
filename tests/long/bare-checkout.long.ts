import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "#platform/database/index.ts";
import { startTestServer } from "#platform/database/test-server.ts";
import {
  cloneCheckout,
  endAll,
  findFreePort,
  makeFolder,
  type Place,
  type Started,
  signIn,
  startProgram,
  startUntilReady,
} from "./program.ts";

const isRoot = process.getuid?.() === 0;
const debian = "/usr/lib/postgresql/15/bin";

const tell = (what: string, { seconds }: Started): void =>
  void process.stdout.write(`${what}：${seconds.toFixed(1)} 秒\n`);

interface Desk {
  readonly tasks: readonly { readonly id: string; readonly status: string }[];
}

/** One refusal in one line, with exit code 1 and no trace of the program's inside. */
async function expectRefusal(place: Place, port: number, words: RegExp): Promise<void> {
  const started = await startProgram(place, port);
  expect(await started.ended).toBe(1);
  const lines = started.output().split("\n");
  expect(lines.filter((line) => line.startsWith("启动失败："))).toEqual([expect.stringMatching(words)]);
  expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
}

describe.each([["当前用户", {}], ...(isRoot ? ([["普通用户", { user: "nobody" }]] as const) : [])] as const)(
  "%s从空白检出开始",
  (title, user) => {
    const folder = makeFolder();
    let place: Place;
    beforeAll(() => {
      place = { folder: cloneCheckout(folder), ...user };
      if (place.user) execFileSync("chown", ["-R", place.user, folder]);
    });
    afterEach(endAll);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test("装入演示数据的中途按 Ctrl-C，正常停止；再启动即装完整，能登录，能停止", async () => {
      const first = await startProgram(place, await findFreePort());
      const database = join(place.folder, ".data/postgres/postmaster.pid");
      while (!existsSync(database)) {
        if ((await Promise.race([first.ended, sleep(20, "running")])) !== "running")
          throw new Error(first.output());
      }
      expect([await first.interrupt(), first.output()]).toEqual([0, expect.stringContaining("正在停止")]);
      const second = await startUntilReady(place);
      tell(`${title}，已安装而未装入演示数据时启动`, second);
      const officer = await signIn(second.port, "zzb.zuzhike");
      expect(await officer.get("/workbench")).toHaveProperty("territory");
      expect((await fetch(`http://127.0.0.1:${second.port}/`)).status).toBe(200);
      expect(await second.interrupt()).toBe(0);
    });

    test("再次启动不到五秒；端口、数据目录被占用各得一句中文", async () => {
      const started = await startUntilReady(place);
      tell(`${title}，再次启动`, started);
      expect(started.seconds).toBeLessThan(5);
      const taken = createServer();
      const port = await findFreePort();
      await new Promise<void>((listening) => taken.listen(port, "127.0.0.1", listening));
      await expectRefusal(place, port, new RegExp(`端口 ${port} 已被占用`));
      taken.close();
      await expectRefusal(place, await findFreePort(), /数据目录/);
      expect(await started.interrupt()).toBe(0);
    });

    test("服务进程被强行杀死后再启动，已答复的办理都在", async () => {
      const before = await startUntilReady(place);
      const person = await signIn(before.port, "liushu.zuzhi");
      const waiting = (await person.get("/tasks?box=own&state=assigned")) as Desk;
      const taskId = waiting.tasks[0]?.id ?? "";
      await person.post(`/tasks/${taskId}/actions`, { action: "acknowledge", version: 1 });
      await before.kill();
      const after = await startUntilReady(place);
      tell(`${title}，被杀死之后启动`, after);
      const again = await signIn(after.port, "liushu.zuzhi");
      expect(await again.get(`/tasks/${taskId}`)).toMatchObject({
        task: { status: "inProgress" },
        version: 2,
      });
      expect(await after.interrupt()).toBe(0);
    });

    test.skipIf(!existsSync(debian) || "user" in user)("在 Debian 的 PostgreSQL 15 上同样启动", async () => {
      const { server, stop } = await startTestServer(debian);
      try {
        await withClient(server.administrator, async (client) => {
          await client.query("CREATE ROLE panshi LOGIN CREATEROLE PASSWORD 'long'");
          await client.query(
            "CREATE DATABASE panshi OWNER panshi TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'",
          );
        });
        const environment = {
          DATABASE_URL: `postgresql://panshi:long@127.0.0.1:${server.administrator.port}/panshi`,
          PANSHI_DATA_DIR: join(folder, "external"),
        };
        const started = await startUntilReady({ ...place, environment });
        tell("PostgreSQL 15，首次启动", started);
        const person = await signIn(started.port, "liushu.zuzhi");
        expect(((await person.get("/tasks?box=own")) as Desk).tasks.length).toBeGreaterThan(10);
        expect(await started.interrupt()).toBe(0);
      } finally {
        await stop();
      }
    });
  },
);
