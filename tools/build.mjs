import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureReady, pinnedEnvironment, root, tell } from "./ensure.mjs";

const inRoot = (path) => resolve(root, path);
const built = inRoot(".build/web");
const stamp = inRoot(".build/web.hash");

/** What the pages are made of; the server's part of a room is not in it. */
const sources = ["platform", "capabilities", "apps/web", "package-lock.json", "vite.config.ts"];
const leftOut = /(?:^|\/)(?:node_modules|database|server)$|\.test\.tsx?$|\.md$/;

/**
 * Builds the pages into .build/web unless those there were built from the same sources. Built beside and then
 * put in place, so that a server never serves half of them. True when the pages are there, or there are none.
 */
export function buildWeb(node) {
  if (!existsSync(inRoot("apps/web/index.html"))) return true;
  const wanted = hashSources();
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  const startedAt = Date.now();
  tell("正在构建网页……");
  mkdirSync(inRoot(".build"), { recursive: true });
  const part = inRoot(`.build/web.${process.pid}`);
  const { status } = spawnSync(node, [inRoot("node_modules/vite/bin/vite.js"), ...chooseArguments(part)], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...pinnedEnvironment(node), NODE_ENV: "production" },
  });
  if (status === 0) putInPlace(part, wanted);
  rmSync(part, { recursive: true, force: true });
  if (status === 0) tell(`网页已构建，用时 ${((Date.now() - startedAt) / 1000).toFixed(1)} 秒。`);
  return status === 0;
}

function chooseArguments(part) {
  const head = existsSync(inRoot("vite.config.ts")) ? ["build"] : ["build", "apps/web"];
  return [...head, "--outDir", part, "--emptyOutDir", "--logLevel", "warn"];
}

function putInPlace(part, wanted) {
  rmSync(stamp, { force: true });
  rmSync(built, { recursive: true, force: true });
  try {
    renameSync(part, built);
  } catch (error) {
    // Another start was quicker and put the same pages there.
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  }
  writeFileSync(stamp, wanted);
}

function hashSources() {
  const hash = createHash("sha256");
  for (const source of sources) hashPath(source, hash);
  return hash.digest("hex");
}

function hashPath(path, hash) {
  if (leftOut.test(path) || !existsSync(inRoot(path))) return;
  if (statSync(inRoot(path)).isDirectory()) {
    for (const name of readdirSync(inRoot(path)).sort()) hashPath(`${path}/${name}`, hash);
  } else {
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update("\0");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const done = buildWeb(ensureReady());
  tell(done ? "网页已是最新。" : "网页构建失败。");
  process.exit(done ? 0 : 1);
}
