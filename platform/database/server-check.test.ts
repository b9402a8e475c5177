import { describe, expect, inject, test } from "vitest";
import { withClient } from "./connection.ts";
import { describeDatabaseProblem } from "./problems.ts";
import { checkServer, judgeServer } from "./server-check.ts";

const usable = { version: 150_000, shown: "15.0", database: "县", locale: "C.UTF-8", encoding: "UTF8" };

describe("数据库服务器的要求", () => {
  test.each([
    ["PostgreSQL 15、UTF8、C.UTF-8 可用", {}, null],
    ["PostgreSQL 14 太旧", { version: 140_010, shown: "14.10" }, "server-too-old"],
    ["字符分类 C 查不到中文", { locale: "C" }, "database-locale-c"],
    ["字符分类 POSIX 同样", { locale: "POSIX" }, "database-locale-c"],
    ["编码不是 UTF8", { encoding: "SQL_ASCII" }, "database-encoding"],
    ["zh_CN.UTF-8 可用", { locale: "zh_CN.UTF-8" }, null],
  ])("%s", (_name, difference, code) => {
    expect(judgeServer({ ...usable, ...difference })?.code ?? null).toBe(code);
  });

  test.each([
    ["libc", "LOCALE 'C' LOCALE_PROVIDER libc"],
    ["icu（排序用 ICU 也不行：中文检索仍查不到）", "LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'zh-Hans-CN'"],
  ])("真实的 C 数据库被拒绝，并说明怎么办：%s", async (_name, locale) => {
    const { administrator } = inject("postgres");
    const database = `locale_c_${process.pid}`;
    const run = (sql: string) => withClient(administrator, (client) => client.query(sql));
    await run(`CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8' ${locale}`);
    try {
      const problem = await withClient({ ...administrator, database }, checkServer);
      expect(problem).toEqual({ code: "database-locale-c", database, locale: "C" });
      if (problem)
        expect(describeDatabaseProblem(problem)).toMatch(/LC_CTYPE.*是 C，中文检索会查不到.*CREATE DATABASE/);
    } finally {
      await run(`DROP DATABASE ${database} WITH (FORCE)`);
    }
  });
});
