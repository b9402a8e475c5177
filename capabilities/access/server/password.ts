import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2) as (algorithm: string, parameters: object) => Promise<Buffer>;

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** "argon2id$memory$passes$salt$tag", so that a later, dearer setting can tell old hashes apart. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive("argon2id", { message: password.normalize("NFKC"), nonce: salt, ...cost });
  return ["argon2id", cost.memory, cost.passes, salt.toString("base64url"), tag.toString("base64url")].join(
    "$",
  );
}

export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const [algorithm, memory, passes, salt, tag] = hash.split("$");
  if (algorithm !== "argon2id" || !salt || !tag) return false;
  const expected = Buffer.from(tag, "base64url");
  const actual = await derive("argon2id", {
    message: password.normalize("NFKC"),
    nonce: Buffer.from(salt, "base64url"),
    parallelism: cost.parallelism,
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
  });
  return timingSafeEqual(actual, expected);
}
