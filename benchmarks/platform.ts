import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Benchmark, BenchmarkResult } from "./result.ts";

const root = resolve(import.meta.dirname, "..");

/** Seconds from the start of the program until it says that it is ready; then it is stopped as Ctrl-C stops it. */
function measureStart(dataDirectory: string, port: number): Promise<number> {
  return new Promise((done, broken) => {
    const startedAt = performance.now();
    const server = spawn(process.execPath, ["apps/server/main.ts"], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, PORT: String(port), PANSHI_DATA_DIR: dataDirectory },
    });
    let seconds = Number.NaN;
    server.stdout.on("data", (chunk: Buffer) => {
      if (!chunk.toString().includes("磐石已就绪")) return;
      seconds = (performance.now() - startedAt) / 1000;
      server.kill("SIGINT");
    });
    server.once("exit", (code) => (code === 0 ? done(seconds) : broken(new Error(`exit code ${code}`))));
  });
}

async function run(): Promise<BenchmarkResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "panshi-bench-"));
  try {
    const port = 20_000 + (process.pid % 20_000);
    const first = await measureStart(join(folder, "data"), port);
    const second = await measureStart(join(folder, "data"), port);
    const result = (name: string, value: number, target: number | null): BenchmarkResult => ({
      name,
      size: { county: "demo" },
      value: Number(value.toFixed(2)),
      unit: "s",
      statistic: "total",
      target,
      better: "lower",
      against: null,
    });
    return [result("platform.start.first", first, null), result("platform.start.second", second, 5)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const benchmarks: Benchmark[] = [{ name: "platform.start", run }];
