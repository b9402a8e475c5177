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

/** Comes only when somebody asks for an export; no page waits for it. */
const onDemand = (key) => key.endsWith("spreadsheets/write-workbook.ts");

/** The doors that the shell loads later, each with all that its page loads in turn and the shell. */
function pagesOf(manifest) {
  const doors = manifest["index.html"].dynamicImports ?? [];
  return [...new Set(doors)].map((door) => {
    const whole = closureOf(manifest, ["index.html", door]);
    for (const key of whole) {
      const later = (manifest[key].dynamicImports ?? []).filter(
        (other) => !doors.includes(other) && !onDemand(other),
      );
      closureOf(manifest, later, whole);
    }
    return { name: `页面 ${nameOf(manifest, door)}`, limit: ledgerLimit, from: [...whole] };
  });
}

/** A door shared by other rooms loses its name in the manifest; its file keeps a digest. */
const nameOf = (manifest, door) => /capabilities\/(\w+)\//.exec(door)?.[1] ?? manifest[door]?.file ?? door;

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
