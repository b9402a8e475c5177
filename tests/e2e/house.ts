import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    house: { readonly address: string; readonly password: string; readonly pictures: string };
  }
}

export const root = resolve(import.meta.dirname, "../..");
const password = "demo-password-for-tests";

export const findFreePort = (): Promise<number> =>
  new Promise((answer) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => answer(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Starts the real program on an empty data directory and waits until it says that it is ready. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "panshi-e2e-"));
  const port = await findFreePort();
  const server = spawn(process.execPath, ["apps/server/main.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PORT: String(port),
      PANSHI_DATA_DIR: join(folder, "data"),
      PANSHI_DEMO_PASSWORD: password,
    },
  });
  await waitUntilReady(server);
  project.provide("house", {
    address: `http://127.0.0.1:${port}`,
    password,
    // Thrown away with the rest unless somebody names a folder to look at them.
    pictures: process.env["PANSHI_PICTURES"] ?? join(folder, "pictures"),
  });
  return async () => {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

export function waitUntilReady(server: ChildProcess): Promise<void> {
  return new Promise((ready, broken) => {
    let said = "";
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes("磐石已就绪")) ready();
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", (code) => broken(new Error(`the server ended with ${code}:\n${said}`)));
  });
}
