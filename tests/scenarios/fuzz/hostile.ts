import type { Random } from "#samples/county/random.ts";

/** Texts that a column can hold and a form lets pass; what they must not do is anything. */
export const unkindTexts: readonly string[] = [
  "抓好落实",
  "",
  " ",
  "'; DROP TABLE tasks.task; --",
  "' OR '1'='1",
  "1) UNION ALL (VALUES (1))--",
  "%' ESCAPE '\\",
  "%_%\\",
  "\\",
  "$1 ${x} {{x}} #{x}",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  '=HYPERLINK("http://x")',
  "+cmd|' /C calc'!A0",
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "%2e%2e%2f%2e%2e%2f",
  "\u202Egpj.exe",
  "e\u0301\u0301\u0301\u0301",
  "\u{20BB7}\u{1F600}\u{E0041}",
  "\uFEFF\u200B\u2060",
  "\r\nSet-Cookie: x=1",
  "\u001b[2J\u001b[31m",
  "İıſK",
  "constructor",
  "__proto__",
  "2026-02-30",
  "NaN",
  "1e309",
  "（一）".repeat(30),
  "1,",
  "1!",
  "'",
  ". ",
  "\u3000",
  "（",
  "〔2026〕",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
];

/** What no field of ours may be; among it what no column can hold. */
export const wrongValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  9_007_199_254_740_992,
  -2_147_483_649,
  "",
  "NUL \0 inside",
  "half \uD800 of a pair",
  "\uDC00",
  "x".repeat(20_000),
  "字".repeat(100_000),
  [],
  [[[[]]]],
  {},
  { $gt: "" },
  { toString: "x", length: -1 },
  Array.from({ length: 3_000 }, (_unused, index) => index),
  Array.from({ length: 300 }, () => ({ a: { b: {} } })),
  ...unkindTexts,
];

/** Changes one place of a valid value, at any depth, or adds or takes away a field. */
export function spoil(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null) return random.pick(wrongValues);
  const names = Object.keys(value);
  const name = names.length > 0 ? random.pick(names) : "";
  if (names.length === 0 || random.chance(0.1)) return random.pick(wrongValues);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  const fields = copy as Record<string, unknown>;
  switch (random.integer(0, 3)) {
    case 0:
      delete fields[name];
      return copy;
    case 1:
      fields[random.pick(["extra", "area_code", "status", "id", "__proto__x", "constructor"])] =
        random.pick(wrongValues);
      return copy;
    default:
      fields[name] = spoil(fields[name], random);
      return copy;
  }
}

const deep = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** Bodies that are not what they say they are. */
export const brokenBodies: readonly (readonly [type: string, body: string | Buffer])[] = [
  ["application/json", ""],
  ["application/json", "{"],
  ["application/json", '{"a":1}}'],
  ["application/json", "\uFEFF{}"],
  ["application/json", '{"__proto__":{"isAdmin":true}}'],
  ["application/json", '{"constructor":{"prototype":{"x":1}}}'],
  ["application/json", deep(50_000, "[", "]")],
  ["application/json", deep(20_000, '{"a":', "}").replace(":}", ":1}")],
  ["application/json", `{"note":"${"x".repeat(2_200_000)}"}`],
  ["application/json", Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0xff, 0x7d])],
  ["application/json", '{"a":"\\ud800","b":"\\u0000"}'],
  ["application/json; charset=utf-16", "{}"],
  ["application/json\r\nx: y", "{}"],
  ["text/plain", "{}"],
  ["text/xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ["application/x-www-form-urlencoded", "a=1&a[b]=2&__proto__[x]=1"],
  ["multipart/form-data", "no boundary"],
  ["", "{}"],
  ["/", "{}"],
  ["x".repeat(5_000), "{}"],
];

/** Addresses beside the routes. */
export const straightAddresses: readonly string[] = [
  "/api/v1/../../etc/passwd",
  "/api/v1/%2e%2e/%2e%2e/etc/passwd",
  "/..%2f..%2f..%2fetc%2fpasswd",
  "/assets/../../../package.json",
  "/assets/..%5c..%5cpackage.json",
  "/%00",
  "/api/v1/tasks/%00",
  "/api/v1/tasks/%ff%fe",
  "/api/v1/tasks/%",
  "/api/v1/tasks/%E0%A4%A",
  "/api/v1//tasks",
  "/api/v1/tasks/",
  "/api/v1/TASKS",
  "/api/v1/tasks;x=1",
  "/api/v1/tasks/..;/me",
  `/api/v1/tasks/${"a".repeat(8_000)}`,
  `/${"a/".repeat(3_000)}`,
  "/api/v1/units/constructor",
  "/api/v1/__proto__",
  "/.env",
  "/.data/key",
  "/index.html%00.png",
  "/api/openapi.json/..",
];

const header = (disposition: string): string =>
  `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`;

/** Forms for uploads: cut short, too many parts, hostile names, files that are not what their name says. */
export const hostileForms: readonly (string | Buffer)[] = [
  "",
  "--b",
  "--b--",
  "--b\r\n\r\n",
  `${header('name="data"')}{}`,
  `${header('name="data"')}{\r\n--b--\r\n`,
  `${header('name="data"')}${deep(20_000, "[", "]")}\r\n--b--\r\n`,
  `${header('name="file"; filename="../../../etc/passwd"')}x\r\n--b--\r\n`,
  `${header('name="file"; filename="a\0b.docx"')}x\r\n--b--\r\n`,
  `${header(`name="file"; filename="${"长".repeat(3_000)}.docx"`)}x\r\n--b--\r\n`,
  `${header('name="file"; filename="\u202Etxt.exe"')}MZ\r\n--b--\r\n`,
  `${header('name="file"; filename="空.txt"')}\r\n--b--\r\n`,
  `${header('name="__proto__"')}x\r\n--b--\r\n`,
  `${header('name="data"')}{}\r\n`.repeat(40),
  `${header('name="file"; filename="x.docx"')}PK\u0003\u0004not a zip\r\n--b--\r\n`,
  Buffer.concat([
    Buffer.from(header('name="file"; filename="x.pdf"')),
    Buffer.from(Array.from({ length: 3_000 }, (_unused, index) => (index * 7_919) % 256)),
    Buffer.from("\r\n--b--\r\n"),
  ]),
  `--b\r\n${"X-Long: y\r\n".repeat(3_000)}\r\n\r\n--b--\r\n`,
  `${header("name=\"file\"; filename*=UTF-8''%ff%fe.txt")}x\r\n--b--\r\n`,
];

export const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  { "user-agent": "x".repeat(60_000) },
  { "user-agent": "\u001b[31m\r\nadmin" },
  { "x-forwarded-for": "999.1.1.1, ::ffff:x, <script>" },
  { "x-forwarded-for": "1.2.3.4,".repeat(2_000) },
  { "x-forwarded-proto": "javascript" },
  { "x-forwarded-host": "evil.example" },
  { host: "evil.example\u0000" },
  { origin: "null" },
  { origin: "http://evil.example" },
  { "sec-fetch-site": "cross-site" },
  { accept: "*/*;q=".repeat(5_000) },
  { "accept-encoding": "gzip;q=nan, br, ".repeat(500) },
  { "if-none-match": '"'.repeat(5_000) },
  { range: "bytes=0-1,".repeat(2_000) },
  { "content-length": "-1" },
  { "transfer-encoding": "chunked, identity" },
  { "idempotency-key": "" },
  { "idempotency-key": "k".repeat(100_000) },
  { "idempotency-key": "'; DROP TABLE app.command; --" },
  { "idempotency-key": "half \uD800 key" },
  { "idempotency-key": "nul \0 in key" },
  { "accept-language": "zh-CN,".repeat(3_000) },
  { "x-http-method-override": "DELETE" },
];

export const hostileCookies: readonly string[] = [
  "panshi_session=",
  "panshi_session=x",
  `panshi_session=${"a".repeat(10_000)}`,
  "panshi_session=%00",
  "panshi_session=%ff",
  "panshi_session=990121.%2e%2e",
  `panshi_session=990121.${"A".repeat(43)}`,
  `panshi_session='; DROP TABLE access.session; --`,
  "panshi_session=a; panshi_session=b",
  "=; ;;; =x",
];
