import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2) as (algorithm: string, parameters: object) => Promise<Buffer>;

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** Node computes in four threads that also read files and look up names: two of them stay free in a rush of sign-ins. */
const maxAtOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= maxAtOnce) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** "argon2id$memory$passes$salt$tag", so that a later, dearer setting can tell old hashes apart. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const message = password.normalize("NFKC");
  const tag = await inTurn(() => derive("argon2id", { message, nonce: salt, ...cost }));
  return ["argon2id", cost.memory, cost.passes, salt.toString("base64url"), tag.toString("base64url")].join(
    "$",
  );
}

export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const [algorithm, memory, passes, salt, tag] = hash.split("$");
  if (algorithm !== "argon2id" || !salt || !tag) return false;
  const expected = Buffer.from(tag, "base64url");
  const actual = await inTurn(() =>
    derive("argon2id", {
      message: password.normalize("NFKC"),
      nonce: Buffer.from(salt, "base64url"),
      parallelism: cost.parallelism,
      tagLength: expected.length,
      memory: Number(memory),
      passes: Number(passes),
    }),
  );
  return timingSafeEqual(actual, expected);
}

/** Whether a hash was made when less was asked for; it is made anew at the next sign-in, the only time we know how. */
export function isCheaperHash(hash: string): boolean {
  const [, memory, passes] = hash.split("$");
  return Number(memory) < cost.memory || Number(passes) < cost.passes;
}
