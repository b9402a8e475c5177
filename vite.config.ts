import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { checkBudget } from "./tools/bundle-budget.mjs";

const inRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The build itself fails when a first load grew beyond what a slow line in a township carries. */
const budget = (): Plugin => ({
  name: "bundle-budget",
  apply: "build",
  writeBundle({ dir }) {
    const outcome = checkBudget(dir ?? inRoot(".build/web"));
    for (const line of outcome.lines) this.info(line);
    if (outcome.excess.length > 0) this.error(outcome.excess.join("\n"));
  },
});

const isOurs = (id: string): boolean => !id.includes("/node_modules/") && /\.tsx?$/.test(id);
const hasSideEffects = (id: string): boolean | undefined =>
  isOurs(id) && !/\/apps\/web\/(?:main|sign-in)\.tsx$/.test(id) ? false : undefined;

export default defineConfig({
  root: inRoot("apps/web"),
  plugins: [react(), budget()],
  build: {
    outDir: inRoot(".build/web"),
    emptyOutDir: true,
    manifest: true,
    target: "chrome95",
    cssTarget: "chrome95",
    modulePreload: { polyfill: false },
    // A page may not carry its pictures inline where the server's policy would refuse them.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Our own modules do nothing by being imported, so that a door brings along only what is taken from it.
      treeshake: { moduleSideEffects: hasSideEffects },
      input: { main: inRoot("apps/web/index.html"), "sign-in": inRoot("apps/web/sign-in.html") },
    },
  },
  server: { proxy: { "/api": `http://127.0.0.1:${process.env["PORT"] ?? 3000}` } },
});
