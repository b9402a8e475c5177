import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The root of the checkout. */
export const root = resolve(import.meta.dirname, "..");

const bin = (name) => resolve(root, "node_modules/.bin", name);

/** Runs one command in the root and returns whether it succeeded; its output is passed on as it comes. */
export function run(title, command, args, environment = {}) {
  const startedAt = performance.now();
  process.stdout.write(`\n── ${title}\n`);
  const path = [resolve(root, "node_modules/.bin"), process.env.PATH].join(":");
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PATH: path, ...environment },
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const done = status === 0;
  process.stdout.write(
    `── ${title}：${done ? "通过" : `未通过（${error?.message ?? `退出码 ${status}`}）`}，${seconds} 秒\n`,
  );
  return done;
}

/** Types in four programs, lint, format, dead code: what can be told without running anything. */
export const staticChecks = [
  ["类型：服务端", process.execPath, ["node_modules/ts7/bin/tsc", "-p", "tsconfig.json"]],
  ["类型：网页", process.execPath, ["node_modules/ts7/bin/tsc", "-p", "tsconfig.web.json"]],
  [
    "类型：规则层（无时钟、无输入输出）",
    process.execPath,
    ["node_modules/ts7/bin/tsc", "-p", "tsconfig.core.json"],
  ],
  ["代码规矩", bin("oxlint"), ["--type-aware", "--deny-warnings"]],
  ["格式", bin("biome"), ["check", "."]],
  ["无用代码", bin("knip"), []],
];

/** Runs a vitest configuration and adds its counts to `totals`. */
export function runTests(title, configuration, totals, filters = []) {
  const folder = resolve(root, ".build/test-results");
  mkdirSync(folder, { recursive: true });
  const report = resolve(folder, `${configuration.replaceAll("/", "-")}.json`);
  const args = [
    "run",
    "--config",
    configuration,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const passed = run(title, bin("vitest"), [...args, ...filters]);
  if (existsSync(report)) {
    const counts = JSON.parse(readFileSync(report, "utf8"));
    totals.passed += counts.numPassedTests;
    totals.failed += counts.numFailedTests;
    totals.skipped += counts.numPendingTests + counts.numTodoTests;
  }
  if (!passed && totals.failed === 0) totals.failed += 1;
  return passed;
}
