import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// One whole house (npm start's own entry) and one browser for all files; they share the demo county, so they run
// one after another.
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    include: ["tests/e2e/**/*.e2e.ts"],
    globalSetup: ["tests/e2e/house.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    bail: 1,
    hookTimeout: 300_000,
  },
});
