import { readdirSync, readFileSync } from "node:fs";
import { decompose } from "#rooms/directives/core/index.ts";
import type { Benchmark, BenchmarkResult } from "./result.ts";

const documents = new URL("../samples/documents/", import.meta.url);
const corpusBytes = 5_000_000;
const rounds = 7;

/** The sample documents one after another until there are about five megabytes of UTF-8. */
function readCorpus(): string {
  const names = readdirSync(documents)
    .filter((name) => name.endsWith(".txt"))
    .sort();
  const once = names
    .map((name) => readFileSync(new URL(encodeURIComponent(name), documents), "utf8"))
    .join("\n");
  return once.repeat(Math.ceil(corpusBytes / Buffer.byteLength(once)));
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function timeDecompose(text: string): number {
  const began = performance.now();
  decompose(text);
  return performance.now() - began;
}

async function measureThroughput(): Promise<BenchmarkResult[]> {
  const corpus = readCorpus();
  const megabytes = Buffer.byteLength(corpus) / 1_000_000;
  const speeds = Array.from({ length: rounds }, () => megabytes / (timeDecompose(corpus) / 1000));
  return [
    {
      name: "directives.decompose",
      size: { bytes: Buffer.byteLength(corpus), characters: corpus.length },
      value: round(median(speeds)),
      unit: "MB/s",
      statistic: "median",
      target: 5,
      better: "higher",
      against: null,
    },
  ];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Repetitions that make a careless scanner quadratic; each is put after words that oblige, so that every reader runs. */
const hostile: Record<string, string> = {
  count: "一是",
  countSentences: "一是。二是。",
  modal: "要",
  bracket: "（",
  quotation: "“",
  arabic: "1.",
  ordinal: "第一，",
  colon: "：",
  comma: "，",
  names: "各乡镇、",
  assignment: "（牵头单位：",
  every: "每月",
  number: "至少3名",
  shortHead: "要加强学习。",
  lines: "1.\n",
  digits: "1",
  pause: "、",
  quotations: "“”",
  circled: "①",
  tableRows: "1\t甲\t乙\n",
  turn: "建议：1、甲。2、乙。",
};

/** Time for four megabytes over time for one: four is linear, sixteen quadratic. */
async function measureLinearity(): Promise<BenchmarkResult[]> {
  return Object.entries(hostile).map(([kind, unit]) => {
    const one = "各村要" + unit.repeat(Math.ceil(1_000_000 / Buffer.byteLength(unit)));
    const four = "各村要" + unit.repeat(Math.ceil(4_000_000 / Buffer.byteLength(unit)));
    timeDecompose(one);
    const small = median(Array.from({ length: 5 }, () => timeDecompose(one)));
    const large = median(Array.from({ length: 3 }, () => timeDecompose(four)));
    return {
      name: `directives.decompose.linearity.${kind}`,
      size: {
        smallBytes: Buffer.byteLength(one),
        largeBytes: Buffer.byteLength(four),
        largeMs: round(large),
      },
      value: round(large / small),
      unit: "ratio",
      statistic: "median",
      target: 8,
      better: "lower" as const,
      against: null,
    };
  });
}

export const benchmarks: Benchmark[] = [
  { name: "directives.decompose", run: measureThroughput },
  { name: "directives.decompose.linearity", run: measureLinearity },
];

if (import.meta.main) {
  for (const benchmark of benchmarks) {
    for (const result of await benchmark.run()) console.log(JSON.stringify(result));
  }
}
