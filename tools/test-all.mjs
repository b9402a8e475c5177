import { root, run, runTests, staticChecks } from "./run-steps.mjs";
import { installSystemPackages } from "./system-packages.mjs";

// Everything that CI runs, in the order in which a fault is cheapest to find. All of it runs even when an early
// step fails, so that one run tells the whole truth.
process.chdir(root);
installSystemPackages();
const totals = { passed: 0, failed: 0, skipped: 0 };
const checks = staticChecks.map(([title, command, args]) => run(title, command, args));
checks.push(runTests("单元、属性、架构与真实数据库测试", "vitest.config.ts", totals));
const built = run("构建网页", process.execPath, ["tools/build.mjs"]);
checks.push(built, run("网页体积", process.execPath, ["tools/bundle-budget.mjs"]));
if (built) checks.push(runTests("真实浏览器走完全程", "tests/e2e/vitest.config.ts", totals));
const failedChecks = checks.filter((passed) => !passed).length;
process.stdout.write(`\n检查项 ${checks.length} 个，未通过 ${failedChecks} 个\n`);
process.stdout.write(
  `${totals.passed} passed, ${Math.max(totals.failed, failedChecks)} failed, ${totals.skipped} skipped\n`,
);
process.exit(failedChecks === 0 ? 0 : 1);
