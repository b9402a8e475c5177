import type { InjectOptions } from "fastify";
import type { RouteContract } from "#platform/http/contract.ts";
import type { Random } from "#samples/county/random.ts";
import { type Drawing, drawValue, type Schema } from "./draw-value.ts";
import {
  brokenBodies,
  hostileCookies,
  hostileForms,
  hostileHeaders,
  spoil,
  straightAddresses,
} from "./hostile.ts";

/** One request as it goes to the server, and how it was made. */
export interface DrawnRequest {
  readonly kind: string;
  readonly route: RouteContract | null;
  readonly options: InjectOptions;
}

type Draw = (route: RouteContract, drawing: Drawing) => DrawnRequest;

/** By the forms of the contract: it reaches the handler, which then has its own rules. */
export const drawValid: Draw = (route, drawing) => ({
  kind: "valid",
  route,
  options: optionsOf(route, partsOf(route, drawing), drawing.random),
});

/** Some way of not being in order. */
export function drawHostile(route: RouteContract, drawing: Drawing): DrawnRequest {
  const [kind, draw] = drawing.random.pick(Object.entries(hostileKinds));
  return { ...draw(route, drawing), kind };
}

interface Parts {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const partsOf = (route: RouteContract, drawing: Drawing): Parts => ({
  params: drawPart(route.params, drawing),
  query: drawPart(route.query, drawing),
  body: route.body ? drawPart(route.body, drawing) : undefined,
});

const drawPart = (schema: unknown, drawing: Drawing): Record<string, unknown> =>
  schema ? (drawValue(schema as Schema, drawing) as Record<string, unknown>) : {};

function optionsOf(route: RouteContract, parts: Parts, random: Random): InjectOptions {
  const address = route.path.replace(/:([A-Za-z]+)/g, (_whole, name: string) => encode(parts.params[name]));
  const query = Object.entries(parts.query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const url = `/api/v1${address}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  const headers: Record<string, string> = {};
  if (route.method === "POST" && random.chance(0.5)) {
    headers["idempotency-key"] = `key-${random.integer(1, 5_000)}-${route.id}`;
  }
  if (!route.body) return { method: route.method, url, headers };
  if (!route.upload) {
    headers["content-type"] = "application/json";
    return { method: route.method, url, headers, payload: JSON.stringify(parts.body) };
  }
  headers["content-type"] = "multipart/form-data; boundary=b";
  return { method: route.method, url, headers, payload: formOf(parts.body, random) };
}

/** Text that is not well formed can only be sent as what it would become. */
const encode = (value: unknown): string =>
  encodeURIComponent((typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed());

function formOf(data: unknown, random: Random): string {
  const name = random.pick(["要点.txt", "照片.jpg", "表.xlsx", "文件.docx", "../x.txt", "无后缀"]);
  const content = random.pick([
    "一、要抓好落实。\n（一）每月研究一次。",
    "x",
    "%PDF-1.4",
    "PK\u0003\u0004",
    `${random.next()}`,
  ]);
  return (
    `--b\r\nContent-Disposition: form-data; name="data"\r\n\r\n${JSON.stringify(data)}\r\n` +
    `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n--b--\r\n`
  );
}

const withParts =
  (change: (parts: Parts, random: Random) => Parts): Draw =>
  (route, drawing) => ({
    kind: "",
    route,
    options: optionsOf(route, change(partsOf(route, drawing), drawing.random), drawing.random),
  });

const withOptions =
  (change: (options: InjectOptions, random: Random, route: RouteContract) => InjectOptions): Draw =>
  (route, drawing) => {
    const valid = drawValid(route, drawing);
    return { ...valid, options: change(valid.options, drawing.random, route) };
  };

const hostileKinds: Readonly<Record<string, Draw>> = {
  body: withParts((parts, random) => ({ ...parts, body: spoil(parts.body ?? {}, random) })),
  bodyAgain: withParts((parts, random) => ({ ...parts, body: spoil(parts.body ?? {}, random) })),
  query: withParts((parts, random) => ({
    ...parts,
    query: spoilFlat({ ...parts.query, [random.pick(["search", "page", "after", "x"])]: "1" }, random),
  })),
  params: withParts((parts, random) => ({ ...parts, params: spoilFlat(parts.params, random) })),
  queryTwice: withOptions((options, random) => ({
    ...options,
    url: `${String(options.url)}${random.pick(["?a=1&a=2", "?search=1&search=2&page=1&page=x", "?a[b]=1", "?%", "?__proto__=1"])}`,
  })),
  headers: withOptions((options, random) => ({
    ...options,
    headers: { ...options.headers, ...random.pick(hostileHeaders) },
  })),
  cookies: withOptions((options, random) => ({
    ...options,
    headers: { ...options.headers, cookie: random.pick(hostileCookies) },
  })),
  method: withOptions((options, random) => ({
    ...options,
    method: random.pick(["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "GET", "POST"] as const),
  })),
  content: withOptions((options, random) => {
    const [type, payload] = random.pick(brokenBodies);
    return { ...options, method: "POST", headers: { ...options.headers, "content-type": type }, payload };
  }),
  address: withOptions((options, random) => ({ ...options, url: random.pick(straightAddresses) })),
  form: withOptions((options, random, route) => ({
    ...options,
    method: "POST",
    url: route.upload || random.chance(0.3) ? String(options.url) : "/api/v1/documents",
    headers: { ...options.headers, "content-type": "multipart/form-data; boundary=b" },
    payload: random.pick(hostileForms),
  })),
};

function spoilFlat(fields: Readonly<Record<string, unknown>>, random: Random): Record<string, unknown> {
  const names = Object.keys(fields);
  if (names.length === 0) return {};
  const text = random.pick([
    "x",
    "../..",
    "1' OR 1=1",
    "null",
    "-1",
    "99999999999999999999",
    "é",
    "y".repeat(3_000),
    "\0",
    "",
  ]);
  return { ...fields, [random.pick(names)]: text };
}
