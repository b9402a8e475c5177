import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, inTerritory, openQueries, withClient } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";
import { openTrail } from "#platform/http/index.ts";
import { recordAuditUnposted, sealArea } from "#rooms/audit/server/index.ts";

const area = "990301";
let store: TestDatabase;
let database: Database;
const folder = mkdtempSync(join(tmpdir(), "panshi-audit-cli-"));

beforeAll(async () => {
  store = await createTestDatabase();
  database = openQueries(store.pool);
  await withClient(store.owner, (owner) =>
    owner.query("INSERT INTO app.area (code, name, demo) VALUES ($1, '试验县', false)", [area]),
  );
  const write = (at: string, subjectId: string) =>
    inTerritory(database, area, (tx) =>
      recordAuditUnposted(
        tx,
        { areaCode: area, accountId: null, personId: null, personName: "某人" },
        { now: new Date(at), requestId: newId(), remoteAddress: null, trail: openTrail() },
        { action: "test.act", subjectKind: "test", subjectId },
      ),
    );
  await write("2020-01-01T00:00:00Z", "old");
  await write("2020-01-02T00:00:00Z", "older");
  await write(new Date().toISOString(), "new");
  await sealArea(database, area, new Date());
});
afterAll(async () => {
  await store.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

const urlOf = ({ host, port, user, password, database: name }: TestDatabase["owner"]): string => {
  const url = new URL(`postgres://localhost:${port}/${name}`);
  url.hostname = host.startsWith("/") ? "127.0.0.1" : host;
  url.username = user;
  url.password = password;
  return url.href;
};

/** The program itself, as an administrator runs it. */
const panshi = (...words: string[]): Promise<Ended> =>
  new Promise((answer) => {
    const environment = {
      ...process.env,
      DATABASE_URL: urlOf(store.owner),
      DATABASE_APP_URL: urlOf(store.application),
      PANSHI_DATA_DIR: join(folder, "data"),
    };
    execFile(
      process.execPath,
      [resolve(import.meta.dirname, "main.ts"), "audit", ...words],
      { env: environment },
      (error, output, complaint) => answer({ code: Number(error?.code ?? 0), output, complaint }),
    );
  });

describe("panshi audit", () => {
  let noted = "";

  test("head 打印链首，可存到库外；verify --head 认得它", async () => {
    const head = await panshi("head", "--json");
    const { sequence, digest } = JSON.parse(head.output) as { sequence: number; digest: string };
    expect(sequence).toBe(3);
    noted = digest;
    const verified = await panshi("verify", "--head", digest);
    expect(verified.output).toMatch(
      /^990301 完好：3条逐条相连，至第3条 [0-9a-f]{64}。\n共核验3条，用时.*每秒\d+条。/,
    );
    expect(verified.code).toBe(0);
  });

  test("没见过的摘要：退出码 1，说明链尾被截或被重做", async () => {
    const verified = await panshi("verify", "--head", "ab".repeat(32));
    expect(verified.output).toMatch(/有问题：链上没有给出的摘要/);
    expect(verified.code).toBe(1);
  });

  test.each([
    ["摘要写错", ["verify", "--head", "abc"], 2],
    ["地区写错", ["verify", "--area", "99"], 2],
    ["没有这个地区", ["verify", "--area", "110101"], 3],
    ["日期写错", ["archive", "--before", "2020", "--to", folder], 2],
    ["不满六个月", ["archive", "--before", new Date().toISOString().slice(0, 10), "--to", folder], 3],
    ["缺少参数", ["archive"], 2],
  ])("%s：退出码说明缘由，错误一行", async (_name, words, code) => {
    const ended = await panshi(...words);
    expect(ended.code).toBe(code);
    expect(ended.complaint.trim().split("\n")).toHaveLength(1);
  });

  test("归档并移出：文件单独可核，库里接着核验，旧摘要仍认得", async () => {
    const archived = await panshi("archive", "--before", "2021-01-01", "--to", folder, "--remove");
    expect(archived.output).toMatch(/已归档第1条至第2条，共2条.*\n已从数据库移出2条，链从第3条继续。/);
    expect(archived.code).toBe(0);
    const files = await panshi("verify", "--archive", join(folder, "audit-990301-1-2"));
    expect(files.output).toMatch(/^归档完好：990301 第1条至第2条，共2条/);
    const verified = await panshi("verify", "--head", noted);
    expect(verified.output).toMatch(
      /完好：2条逐条相连，至第4条.*（第2条及以前已归档移出），另有1条尚未封存。/,
    );
    expect(verified.code).toBe(0);
  });

  test("改了一条记录：退出码 1，指出是哪一条", async () => {
    await withClient(store.owner, async (owner) => {
      await owner.query("BEGIN");
      await owner.query("SELECT app.enter_territory($1)", [area]);
      await owner.query(
        "UPDATE audit.record SET subject_id = 'x' WHERE area_code = $1 AND subject_id = 'new'",
        [area],
      );
      await owner.query("COMMIT");
    });
    const verified = await panshi("verify", "--json");
    expect(JSON.parse(verified.output)).toMatchObject({
      sound: false,
      checked: 0,
      fault: { code: "record-changed", sequence: 3 },
    });
    expect(verified.code).toBe(1);
  });
});
