import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
/** Whatever opens a connection to an address: the answer to a request for an address inside would be its sender's. */
const opening =
  /\bfetch\(|from "(?:node:)?(?:https?|net|tls|dgram|http2)"|from "(?:undici|openid-client|axios)"|new WebSocket\(/;

/** Each with the reason why its address is nobody's to choose. */
const allowed: Readonly<Record<string, string>> = {
  "apps/server/main.ts": "启动前占一下自己的端口",
  "capabilities/access/server/failures.ts": "只用 net.isIPv6 认地址，不连接",
  "capabilities/access/server/passkey.ts": "只用 net.isIP 认地址，不连接",
  "platform/database/embedded/postmaster.ts": "为自带的数据库找一个本机端口",
  "platform/http/identity-provider.ts": "统一身份认证，地址来自安装时的设置及其公布的元数据，不跟随跳转",
};

test("服务端不去连接用户填写的任何网址（SSRF）：会连接的只有这几处", () => {
  const found = ["platform", "capabilities", "apps/server"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).map((entry) =>
        join(entry.parentPath, entry.name),
      ),
    )
    .filter((path) => path.endsWith(".ts") && !/\.test\.ts$|[\\/]web[\\/]|platform[\\/]ui[\\/]/.test(path))
    .filter((path) => opening.test(readFileSync(path, "utf8")))
    .map((path) => relative(root, path));
  expect(found.toSorted()).toEqual(Object.keys(allowed).toSorted());
});
