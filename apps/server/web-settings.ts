import { readFileSync } from "node:fs";
import { type IdentityProviderSettings, isSafeIssuer } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";

/** PANSHI_ORIGIN: "https://dangjian.example.gov.cn", nothing behind the name. */
export function readOrigin(text: string | undefined): Result<string | null, string> {
  if (!text) return succeed(null);
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  const isBare = url?.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return url && isWeb && isBare
    ? succeed(url.origin)
    : fail("PANSHI_ORIGIN 应为对外网址，例如 https://dangjian.example.gov.cn，后面不带路径");
}

/** PANSHI_OIDC_…: the unit's own sign-on; null when none is named. */
export function readIdentityProvider(
  environment: NodeJS.ProcessEnv,
): Result<IdentityProviderSettings | null, string> {
  const issuer = environment["PANSHI_OIDC_ISSUER"];
  if (!issuer) return succeed(null);
  if (!isSafeIssuer(issuer)) return fail("PANSHI_OIDC_ISSUER 应为 https 网址（只有本机可用 http）");
  const clientId = environment["PANSHI_OIDC_CLIENT_ID"];
  if (!clientId) return fail("设置了 PANSHI_OIDC_ISSUER，还须设置 PANSHI_OIDC_CLIENT_ID");
  const secret = readSecret(environment["PANSHI_OIDC_CLIENT_SECRET_FILE"]);
  if (!secret.ok) return secret;
  return succeed({
    issuer,
    clientId,
    clientSecret: secret.value,
    displayName: environment["PANSHI_OIDC_NAME"] || "统一认证平台",
    claim: environment["PANSHI_OIDC_CLAIM"] || "sub",
  });
}

/** From a file, not from the environment, which every process of the user can read. */
function readSecret(path: string | undefined): Result<string | null, string> {
  if (!path) return succeed(null);
  try {
    const secret = readFileSync(path, "utf8").trim();
    return secret === "" ? fail(`PANSHI_OIDC_CLIENT_SECRET_FILE 指向的文件 ${path} 是空的`) : succeed(secret);
  } catch {
    return fail(`读不到 PANSHI_OIDC_CLIENT_SECRET_FILE 指向的文件 ${path}`);
  }
}
