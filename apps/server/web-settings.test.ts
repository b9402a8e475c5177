import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readIdentityProvider, readOrigin } from "./web-settings.ts";

const folder = mkdtempSync(join(tmpdir(), "panshi-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("对外网址", () => {
  test.each<[string, string | undefined, boolean, string | null]>([
    ["不设", undefined, true, null],
    ["https", "https://dangjian.example.gov.cn", true, "https://dangjian.example.gov.cn"],
    ["末尾多一条斜杠", "https://dangjian.example.gov.cn/", true, "https://dangjian.example.gov.cn"],
    ["带端口", "http://localhost:3000", true, "http://localhost:3000"],
    ["带路径", "https://example.gov.cn/panshi", false, null],
    ["不是网址", "dangjian", false, null],
    ["别的协议", "ftp://example.gov.cn", false, null],
  ])("%s", (_name, text, ok, origin) => {
    const read = readOrigin(text);
    expect(read.ok).toBe(ok);
    if (read.ok) expect(read.value).toBe(origin);
  });
});

describe("统一认证平台的设置", () => {
  const secretFile = join(folder, "secret");
  writeFileSync(secretFile, "the secret\n");
  const complete = { PANSHI_OIDC_ISSUER: "https://sso.example.gov.cn", PANSHI_OIDC_CLIENT_ID: "panshi" };

  test("不设就是没有", () => expect(readIdentityProvider({})).toEqual({ ok: true, value: null }));

  test("齐全", () => {
    const environment = {
      ...complete,
      PANSHI_OIDC_CLIENT_SECRET_FILE: secretFile,
      PANSHI_OIDC_CLAIM: "staff_no",
    };
    expect(readIdentityProvider(environment)).toEqual({
      ok: true,
      value: {
        issuer: "https://sso.example.gov.cn",
        clientId: "panshi",
        clientSecret: "the secret",
        displayName: "统一认证平台",
        claim: "staff_no",
      },
    });
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ["明文http只许本机", { ...complete, PANSHI_OIDC_ISSUER: "http://sso.example.gov.cn" }],
    ["内网地址也不许明文", { ...complete, PANSHI_OIDC_ISSUER: "http://10.0.0.8" }],
    ["缺客户端编号", { PANSHI_OIDC_ISSUER: "https://sso.example.gov.cn" }],
    ["密钥文件读不到", { ...complete, PANSHI_OIDC_CLIENT_SECRET_FILE: join(folder, "none") }],
  ])("%s：启动时说明", (_name, environment) => expect(readIdentityProvider(environment).ok).toBe(false));

  test("本机可以用http", () => {
    const environment = { ...complete, PANSHI_OIDC_ISSUER: "http://127.0.0.1:4000" };
    expect(readIdentityProvider(environment).ok).toBe(true);
  });
});
