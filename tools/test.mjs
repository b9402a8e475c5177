import { spawnSync } from "node:child_process";
import { ensureReady } from "./ensure.mjs";

// Runs under any Node from 18 on: installs what is missing, then goes on under the pinned one.
const node = ensureReady();
const script = new URL(process.argv.includes("--check") ? "./check.mjs" : "./test-all.mjs", import.meta.url);
const { status } = spawnSync(node, [script.pathname, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(status ?? 1);
