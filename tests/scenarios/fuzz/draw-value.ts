import fc from "fast-check";
import type { Random } from "#samples/county/random.ts";

/** As much of JSON schema as the contracts use; anything else is refused, so that a new word is not passed over. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Real identifiers of the county by the name of the field that holds one. */
export type Identifiers = Readonly<Record<string, readonly string[]>>;

/** What a value is drawn with. */
export interface Drawing {
  readonly random: Random;
  readonly identifiers: Identifiers;
  /** Texts that pass a form and are unkind nevertheless. */
  readonly texts: readonly string[];
}

/** A value that the schema lets pass; `name` is that of its field. */
export function drawValue(schema: Schema, drawing: Drawing, name = ""): unknown {
  const { random } = drawing;
  if ("const" in schema) return schema.const;
  if (schema.anyOf) return drawValue(random.pick(schema.anyOf), drawing, name);
  switch (schema.type) {
    case "object":
      return drawObject(schema, drawing);
    case "array":
      return drawArray(schema, drawing, name);
    case "string":
      return drawText(schema, drawing, name);
    case "integer":
    case "number":
      return drawNumber(schema, random);
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    case undefined:
      return random.pick([null, 0, "", {}]);
    default:
      throw new Error(`no value for a schema of type ${schema.type}`);
  }
}

function drawObject({ properties = {}, required = [] }: Schema, drawing: Drawing): Record<string, unknown> {
  const entries = Object.entries(properties)
    .filter(([name]) => required.includes(name) || drawing.random.chance(0.6))
    .map(([name, schema]) => [name, drawValue(schema, drawing, name)] as const);
  return Object.fromEntries(entries);
}

function drawArray({ items, minItems = 0, maxItems = 5 }: Schema, drawing: Drawing, name: string): unknown[] {
  const count = drawing.random.integer(minItems, Math.min(maxItems, minItems + 4));
  const single = name.replace(/s$/, "");
  return Array.from({ length: count }, () => drawValue(items ?? {}, drawing, single));
}

function drawNumber({ minimum, maximum, type }: Schema, random: Random): number {
  const least = minimum ?? -1_000;
  const most = maximum ?? least + 5_000;
  const near = random.pick([least, most, random.integer(least, Math.min(most, least + 6))]);
  return random.chance(0.3) ? random.integer(least, most) : type === "number" ? near : Math.trunc(near);
}

function drawText(schema: Schema, drawing: Drawing, name: string): string {
  const { random } = drawing;
  if (schema.format === "uuid") return drawIdentifier(drawing, name);
  if (schema.format) throw new Error(`no text of format ${schema.format}`);
  if (schema.pattern) return drawMatching(schema.pattern, schema, random);
  const { minLength = 0, maxLength = 2_000 } = schema;
  const text = random.pick(drawing.texts);
  const long = random.chance(0.02) ? text.repeat(Math.ceil(maxLength / (text.length || 1))) : text;
  // The validator counts code points.
  const points = [...long].slice(0, maxLength);
  return points.join("").padEnd(minLength, "字");
}

const unknown = "00000000-0000-7000-8000-000000000000";

function drawIdentifier({ random, identifiers }: Drawing, name: string): string {
  const known = identifiers[name] ?? identifiers[shorten(name)] ?? [];
  if (known.length > 0 && random.chance(0.9)) return random.pick(known);
  const any = identifiers[random.pick(Object.keys(identifiers))] ?? [];
  return any.length > 0 && random.chance(0.7) ? random.pick(any) : unknown;
}

/** issuerUnitId is a unit's, parentTaskId a task's. */
const shorten = (name: string): string =>
  (/[A-Z][a-z]+Id$/.exec(name)?.[0] ?? name).replace(/^[A-Z]/, (letter) => letter.toLowerCase());

const dayPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const matching = new Map<string, readonly string[]>();

/** Patterns are the contracts' own; the samples of each are drawn once, from a fixed seed. */
function drawMatching(pattern: string, { maxLength = 2_000 }: Schema, random: Random): string {
  if (pattern === dayPattern && random.chance(0.8)) {
    return `2026-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
  }
  const samples =
    matching.get(pattern) ??
    fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 20_261_120, numRuns: 60 });
  matching.set(pattern, samples);
  return random.pick(samples).slice(0, maxLength);
}

const two = (number: number): string => String(number).padStart(2, "0");
