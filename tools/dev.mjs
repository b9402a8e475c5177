import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { root } from "./run-steps.mjs";

// The server restarts when its source changes; the pages are served by Vite with hot reload and ask that server.
const start = (args) =>
  spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { PORT: "3000", ...process.env } });
const children = [
  start(["--watch", "apps/server/main.ts"]),
  start([resolve(root, "node_modules/vite/bin/vite.js")]),
];
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => children.forEach((child) => child.kill(signal)));
