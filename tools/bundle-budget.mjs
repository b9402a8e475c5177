import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const kilobyte = 1000;

/** JavaScript after gzip until the page can be used. Source: the promise made for township lines and old laptops. */
const budgets = [
  { name: "登录页", limit: 100 * kilobyte, from: ["sign-in.html"] },
  { name: "首屏框架", limit: 250 * kilobyte, from: ["index.html"] },
];
const ledgerLimit = 450 * kilobyte;

/** Everything that an entry of the manifest needs before it runs. */
function closureOf(manifest, keys, seen = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) continue;
    seen.add(key);
    closureOf(manifest, chunk.imports ?? [], seen);
  }
  return seen;
}

/** Pages are what the shell loads later; with each goes whatever it may load in turn, but for the exports. */
function pagesOf(manifest) {
  const shell = closureOf(manifest, ["index.html"]);
  const table = Object.keys(manifest).find((key) => key.endsWith("ledger/Ledger.tsx"));
  const doors = [...shell]
    .flatMap((key) => manifest[key].dynamicImports ?? [])
    .filter((key) => /\/web\/index\.ts$/.test(key));
  return [...new Set(doors)].map((door) => ({
    name: `台账页 ${door.replace(/^.*capabilities\//, "").replace("/web/index.ts", "")}`,
    limit: ledgerLimit,
    from: ["index.html", door, ...(table ? [table] : [])],
  }));
}

/** Measures a build; `excess` names what is over its limit. */
export function checkBudget(directory) {
  const manifest = JSON.parse(readFileSync(resolve(directory, ".vite/manifest.json"), "utf8"));
  const sizes = new Map();
  const sizeOf = (file) => {
    if (!sizes.has(file))
      sizes.set(file, gzipSync(readFileSync(resolve(directory, file)), { level: 6 }).length);
    return sizes.get(file);
  };
  const lines = [];
  const excess = [];
  for (const { name, limit, from } of [...budgets, ...pagesOf(manifest)]) {
    const missing = from.filter((key) => !manifest[key]);
    const files = new Set([...closureOf(manifest, from)].map((key) => manifest[key].file));
    const size = [...files]
      .filter((file) => file.endsWith(".js"))
      .reduce((sum, file) => sum + sizeOf(file), 0);
    const line = `${name}：${(size / kilobyte).toFixed(1)} kB（上限 ${limit / kilobyte} kB）`;
    lines.push(line);
    if (missing.length > 0) excess.push(`${name}：构建结果中没有 ${missing.join("、")}`);
    if (size > limit) excess.push(`超出上限 ${line}`);
  }
  return { lines, excess };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = process.argv[2] ?? fileURLToPath(new URL("../.build/web", import.meta.url));
  const { lines, excess } = checkBudget(resolve(built));
  for (const line of lines) process.stdout.write(`${line}\n`);
  for (const line of excess) process.stderr.write(`${line}\n`);
  process.exit(excess.length > 0 ? 1 : 0);
}
