import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { parse } from "yaml";
import type { Measure } from "#platform/kernel/measure.ts";
import { type Method, type Scheme, type SchemeInForce, validateScheme } from "../core/index.ts";

const folder = resolve(import.meta.dirname, "../../../library/schemes");

const method = Type.Union([
  Type.Object({ kind: Type.Literal("ratio") }),
  Type.Object({ kind: Type.Literal("deductPerEvent"), deduct: Type.Integer() }),
  Type.Object({ kind: Type.Literal("deductPerUnit"), deduct: Type.Integer() }),
  Type.Object({
    kind: Type.Literal("stepTable"),
    steps: Type.Array(Type.Object({ threshold: Type.Integer(), score: Type.Integer() })),
  }),
]);

/** A scheme as its file writes it; the units of its numbers stand at the head of the file. */
const schemeFile = Type.Object({
  code: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  source: Type.String(),
  publishedDecimals: Type.Integer(),
  group: Type.Object({ name: Type.String(), unitKinds: Type.Array(Type.String()) }),
  indicators: Type.Array(
    Type.Object({
      measure: Type.String(),
      weight: Type.Integer(),
      standard: Type.Integer(),
      method,
      floor: Type.Integer(),
      cap: Type.Integer(),
      whenNoData: Type.Union([Type.Literal("dropAndRescale"), Type.Literal("full"), Type.Literal("zero")]),
    }),
  ),
  bands: Type.Array(
    Type.Object({
      atLeast: Type.Integer(),
      word: Type.String(),
      lamp: Type.Union([Type.Literal("green"), Type.Literal("amber"), Type.Literal("red")]),
    }),
  ),
});

/** A shipped scheme with its measures; a file that does not hold together is a fault of the program. */
export function loadScheme(code: string, catalogue: ReadonlyMap<string, Measure>): SchemeInForce {
  const file: unknown = parse(readFileSync(resolve(folder, `${code}.yaml`), "utf8"));
  if (!Value.Check(schemeFile, file)) {
    const [error] = Value.Errors(schemeFile, file);
    throw new Error(`scheme ${code}: ${error?.instancePath ?? ""} ${error?.message ?? "malformed"}`);
  }
  const scheme = readScheme(file);
  const [problem] = validateScheme(scheme, catalogue);
  if (problem) throw new Error(`scheme ${code}: ${problem.code} ${problem.indicator ?? ""}`);
  const measures = scheme.indicators.flatMap(({ measure }) => catalogue.get(measure) ?? []);
  return { scheme, measures };
}

const readScheme = (file: Static<typeof schemeFile>): Scheme => ({
  ...file,
  indicators: file.indicators.map((line) => ({
    measure: line.measure,
    weightBasisPoints: line.weight,
    standardHundredths: line.standard,
    method: readMethod(line.method),
    floorHundredths: line.floor,
    capHundredths: line.cap,
    whenNoData: line.whenNoData,
  })),
});

function readMethod(written: Static<typeof method>): Method {
  switch (written.kind) {
    case "ratio":
      return { kind: "ratio" };
    case "deductPerEvent":
    case "deductPerUnit":
      return { kind: written.kind, deductHundredths: written.deduct };
    case "stepTable":
      return {
        kind: "stepTable",
        steps: written.steps.map(({ threshold, score }) => ({ threshold, scoreHundredths: score })),
      };
  }
}
