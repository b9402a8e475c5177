import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPool } from "#platform/database/index.ts";
import { createServer } from "../../apps/server/create-server.ts";
import { openTestHouse, password, type TestHouse } from "./house.ts";

const folder = mkdtempSync(join(tmpdir(), "panshi-pages-"));
let house: TestHouse;
let server: FastifyInstance;
let pool: ReturnType<typeof openPool>;
let cookie = "";

beforeAll(async () => {
  house = await openTestHouse();
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>磐石</title>");
  writeFileSync(join(folder, "sign-in.html"), "<!doctype html><title>登录</title>");
  writeFileSync(join(folder, "assets", "main-0a1b.js"), "export {};");
  pool = openPool(house.owner, { maxConnections: 2 });
  server = await createServer({
    pool,
    filesFolder: house.filesFolder,
    clock: () => new Date("2026-11-20T02:00:00Z"),
    logLevel: "silent",
    pagesFolder: folder,
  });
  const payload = { areaCode: house.areaCode, loginName: "zzb.zuzhike", password };
  const answer = await server.inject({ method: "POST", url: "/api/v1/session", payload });
  cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
});
afterAll(async () => {
  await server.close();
  await pool.end();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every kind of answer, with its status and what caches may do with it. */
const answers: readonly (readonly [kind: string, request: InjectOptions, status: number, cache: RegExp])[] = [
  ["页面", { url: "/" }, 200, /^no-cache$/],
  ["页面的任一地址", { url: "/tasks/x" }, 200, /^no-cache$/],
  ["登录页", { url: "/sign-in" }, 200, /^no-cache$/],
  ["程序文件", { url: "/assets/main-0a1b.js" }, 200, /immutable/],
  ["没有的程序文件", { url: "/assets/none.js" }, 404, /^$/],
  ["路径花招", { url: "/assets/..%2f..%2fpackage.json" }, 404, /^$/],
  ["开放的接口", { url: "/api/v1/site" }, 200, /no-store/],
  ["接口", { url: "/api/v1/tasks" }, 200, /no-store/],
  ["下载", { url: "/api/v1/tasks-ledger.xlsx" }, 200, /no-store/],
  ["没有的接口", { url: "/api/v1/none" }, 404, /no-store/],
  ["不合格式", { url: "/api/v1/tasks/x" }, 400, /no-store/],
  ["无权", { url: "/api/v1/audit/records" }, 403, /no-store/],
  [
    "别的网站发来的",
    {
      method: "POST",
      url: "/api/v1/me/acting-post",
      headers: { origin: "http://evil.example" },
      payload: {},
    },
    403,
    /no-store/,
  ],
  [
    "太大",
    { method: "POST", url: "/api/v1/me/acting-post", payload: { x: "x".repeat(2_100_000) } },
    413,
    /no-store/,
  ],
  ["接口说明", { url: "/api/openapi.json" }, 200, /no-store/],
  ["健康检查", { url: "/api/health/ready" }, 200, /no-store/],
];

describe("每一种回答都带着的响应头", () => {
  test.each(answers)("%s", async (_kind, request, status, cache) => {
    const answer = await server.inject({ ...request, headers: { ...request.headers, cookie } });
    expect(answer.statusCode).toBe(status);
    const { headers } = answer;
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'self'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("server");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    expect(headers["cache-control"] ?? "").toMatch(cache);
  });

  test("登录凭证脚本读不到，别的网站的写入不带它", async () => {
    const payload = { areaCode: house.areaCode, loginName: "zzb.zuzhike", password };
    const answer = await server.inject({ method: "POST", url: "/api/v1/session", payload });
    expect(String(answer.headers["set-cookie"])).toMatch(/; Path=\/; HttpOnly; SameSite=Lax/);
  });
});
