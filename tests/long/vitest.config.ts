import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Installs and starts the whole program from a bare checkout, several times: minutes, not seconds.
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  test: {
    include: ["tests/long/**/*.long.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
