import { buildWeb } from "./build.mjs";
import { become, ensureReady, refuse } from "./ensure.mjs";

// From a bare checkout to a running server.
const node = ensureReady();
if (!buildWeb(node)) refuse("网页构建失败，服务未启动。");
become(node, "apps/server/main.ts", process.argv.slice(2));
