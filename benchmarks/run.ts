import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Benchmark } from "./result.ts";

// Usage: npm run bench [-- FILTER]; FILTER is the start of a name. One JSON object a line on standard output.
const filter = process.argv[2] ?? "";
const folder = import.meta.dirname;
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && !["run.ts", "result.ts", "house.ts"].includes(name))
  .toSorted();

for (const file of files) {
  const { benchmarks } = (await import(pathToFileURL(resolve(folder, file)).href)) as {
    benchmarks?: Benchmark[];
  };
  for (const benchmark of benchmarks ?? []) {
    if (!benchmark.name.startsWith(filter)) continue;
    for (const result of await benchmark.run()) process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}
process.exit(0);
