import { run, runTests, staticChecks } from "./run-steps.mjs";

// What a change is checked by many times a day: types, lint, architecture, unit tests.
const totals = { passed: 0, failed: 0, skipped: 0 };
const results = staticChecks.map(([title, command, args]) => run(title, command, args));
results.push(runTests("单元测试与架构", "vitest.config.ts", totals));
process.exit(results.every(Boolean) ? 0 : 1);
