import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "./run-steps.mjs";

// A new room with its floors. It must already stand in the table of rooms: where it stands decides what it may use.
const name = process.argv[2] ?? "";
const refuse = (line) => {
  process.stderr.write(`${line}\n`);
  process.exit(2);
};
if (!/^[a-z]+(-[a-z]+)*$/.test(name))
  refuse("用法：npm run new:capability -- 房间名（小写英文，如 inspections）");
const table = readFileSync(resolve(root, "tests/architecture/rooms.ts"), "utf8");
if (!table.includes(`"${name}"`))
  refuse(`“${name}”不在 tests/architecture/rooms.ts 的表内，请先在表中给它排位。`);
const folder = resolve(root, "capabilities", name);
if (existsSync(folder)) refuse(`房间“${name}”已经有了。`);

const endpoints = `${name.replace(/-([a-z])/g, (_whole, letter) => letter.toUpperCase())}Endpoints`;
const files = {
  "README.md": `# ${name}\n\nWords, state diagram, invariants, source of the rules.\n`,
  "contract.ts": "export {};\n",
  "core/index.ts": "export {};\n",
  "server/index.ts": `import type { Endpoint } from "#platform/http/index.ts";\n\nexport const ${endpoints}: readonly Endpoint[] = [];\n`,
  "web/messages.ts": "export const messages = {} as const;\n",
  "web/index.ts": "export {};\n",
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(resolve(folder, path, ".."), { recursive: true });
  writeFileSync(resolve(folder, path), text);
}
process.stdout.write(
  `已建立 capabilities/${name}。接下来：迁移、contract、core 及其测试、server，并登记到 apps/server/endpoints.ts。\n`,
);
