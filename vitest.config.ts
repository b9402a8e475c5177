import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{platform,capabilities,tests/{architecture,scenarios},samples,apps,tools}/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: ["tests/postgres.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
