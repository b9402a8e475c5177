import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freezeRunRoute } from "#rooms/assessments/contract.ts";
import { draftBulletinRoute } from "#rooms/bulletins/contract.ts";
import { uploadDocumentRoute } from "#rooms/directives/contract.ts";
import { openRandom } from "#samples/county/random.ts";
import { endpoints } from "../../../apps/server/endpoints.ts";
import { openTestHouse, type TestHouse } from "../house.ts";
import { inviteVisitors, visitors } from "../permission-matrix/visitors.ts";
import { type Cast, findIdentifiers, gatherCast } from "./cast.ts";
import { type DrawnRequest, drawHostile, drawValid } from "./draw-request.ts";
import type { Drawing } from "./draw-value.ts";
import { unkindTexts } from "./hostile.ts";
import { layTripwire, type Wire } from "./tripwire.ts";

/** A night's run is longer: PANSHI_FUZZ_REQUESTS=500000. Another seed: PANSHI_FUZZ_SEED. */
const wanted = Number(process.env["PANSHI_FUZZ_REQUESTS"] || 20_000);
const seed = process.env["PANSHI_FUZZ_SEED"] || "panshi";
const atOnce = 5;
const perRound = 500;
const longestMs = 2_000;

/** Passwords are hashed, workbooks written and documents read in threads: fewer of these. */
const heavy =
  /^access\.(signIn|changePassword|check|add|remove|renew|begin)|export|ledger|file|original|freeze|verif|upload/i;

let house: TestHouse;
let cast: Cast;
let wire: Wire;
const reached = new Set<string>();

beforeAll(async () => {
  house = await openTestHouse();
  await inviteVisitors(house);
  await makeThings();
  cast = await gatherCast(house);
  countReached();
  wire = await layTripwire(house);
});
afterAll(() => house.close());

/** One thing at least of what the county begins without. */
async function makeThings(): Promise<void> {
  const officer = await house.signIn(visitors.科长);
  const content = "一、要抓好落实。\n（一）县委组织部每月研究一次。";
  await officer.get(uploadDocumentRoute, { body: {}, files: [{ name: "要点.txt", content }] });
  const body = { from: "2026-04-01", cutoff: "2026-06-30" };
  const { runId } = await officer.get(freezeRunRoute, { body });
  await officer.get(draftBulletinRoute, { body: { runId } });
}

/** Notes which requests got as far as the endpoint itself, past sign-in and the forms. */
function countReached(): void {
  for (const definition of endpoints) {
    const run = definition.run as (context: { readonly requestId: string }) => never;
    const noting = (context: { readonly requestId: string }): never => {
      reached.add(context.requestId);
      return run(context);
    };
    Object.assign(definition, { run: noting });
  }
}

interface Tally {
  sent: number;
  reachedSignedIn: number;
  accepted: number;
  readonly faults: string[];
  readonly slow: DrawnRequest[];
  readonly statuses: Map<string, number>;
}

const secrets = (): readonly string[] => [process.cwd(), house.filesFolder, "node_modules"];
const leaking =
  /\n\s+at \S+ \(|\.(?:ts|mjs):\d+:\d+|violates [a-z-]+ constraint|syntax error at or near|relation "[a-z._]+" does not|column "[a-z._]+" does not|invalid input syntax|select .* from "[a-z_]+"\."[a-z_]+"|ECONNREFUSED|ENOENT/i;

/** What an answer says that is nobody's business, or null. */
function findLeak(body: string): string | null {
  const found = leaking.exec(body)?.[0] ?? secrets().find((secret) => body.includes(secret));
  return found ?? null;
}

async function sendOne(request: DrawnRequest, tally: Tally, accepted: Set<string>, login: string | null) {
  const cookie = login === null ? {} : { cookie: cast.cookieOf(login) };
  const headers = { ...cookie, ...request.options.headers };
  const before = performance.now();
  const answer = await house.server.inject({ ...request.options, headers });
  const tookMs = performance.now() - before;
  const id = String(answer.headers["x-request-id"]);
  tally.sent += 1;
  const { statusCode } = answer;
  const key = `${request.kind} ${statusCode}`;
  tally.statuses.set(key, (tally.statuses.get(key) ?? 0) + 1);
  if (reached.delete(id) && login !== null) tally.reachedSignedIn += 1;
  const commandKey = request.options.headers?.["idempotency-key"];
  if (statusCode < 400) accepted.add(id).add(String(commandKey));
  if (statusCode < 400 && request.options.method === "POST") tally.accepted += 1;
  const isText = /json|text/.test(String(answer.headers["content-type"]));
  const leak = isText ? findLeak(answer.body) : null;
  if (statusCode >= 500 || leak !== null)
    tally.faults.push(describeFault(request, statusCode, leak, answer.body));
  if (tookMs > longestMs) tally.slow.push(request);
  if (statusCode === 401 && login !== null && request.kind !== "cookies")
    accepted.add(await cast.renew(login));
}

const describeFault = ({ kind, options }: DrawnRequest, status: number, leak: string | null, body: string) =>
  `${kind} ${options.method} ${JSON.stringify(options).slice(0, 600)}: ${status} ${leak ?? ""} ${body.slice(0, 300)}`;

const random = openRandom(`fuzz ${seed}`);
const light = endpoints.filter(({ route }) => !heavy.test(route.id)).map(({ route }) => route);
const all = endpoints.map(({ route }) => route);

function drawOne(drawing: Drawing): DrawnRequest {
  const route = random.pick(random.chance(0.03) ? all : light);
  return random.chance(0.55) ? drawValid(route, drawing) : drawHostile(route, drawing);
}

async function sendRound(tally: Tally, drawing: Drawing): Promise<void> {
  const accepted = new Set<string>();
  for (let sent = 0; sent < perRound; sent += atOnce) {
    const drawn = Array.from({ length: atOnce }, () => ({
      request: drawOne(drawing),
      login: random.chance(0.95) ? random.pick(cast.loginNames) : null,
    }));
    await Promise.all(drawn.map(({ request, login }) => sendOne(request, tally, accepted, login)));
  }
  const stray = await wire.listStrayWrites(accepted);
  if (stray.length > 0) tally.faults.push(`被拒绝的请求改了数据：${stray.join("，")}`);
}

/** A machine with much else to do answers late now and then; what hangs does so again, by itself. */
async function askSlowAgain(tally: Tally): Promise<readonly string[]> {
  const hanging: string[] = [];
  for (const request of tally.slow) {
    const headers = { cookie: cast.cookieOf(cast.loginNames[0] ?? ""), ...request.options.headers };
    const before = performance.now();
    await house.server.inject({ ...request.options, headers });
    if (performance.now() - before > longestMs) hanging.push(describeFault(request, 0, "慢", ""));
  }
  return hanging;
}

describe("由接口登记生成的请求", () => {
  test(
    `${wanted}次：没有5xx，不泄露内情，不超过2秒，被拒绝的不改一行`,
    async () => {
      const tally: Tally = {
        sent: 0,
        reachedSignedIn: 0,
        accepted: 0,
        faults: [],
        slow: [],
        statuses: new Map(),
      };
      while (tally.sent < wanted && tally.faults.length < 20) {
        const identifiers = await findIdentifiers(house);
        await sendRound(tally, { random, identifiers, texts: unkindTexts });
      }
      if (process.env["PANSHI_FUZZ_TALLY"]) process.stdout.write(`${describeTally(tally)}\n`);
      expect(tally.faults).toEqual([]);
      expect(await askSlowAgain(tally)).toEqual([]);
      expect(tally.sent).toBeGreaterThanOrEqual(wanted);
      expect(tally.reachedSignedIn / tally.sent).toBeGreaterThan(0.5);
      // Without accepted writes the tripwire would have had nothing to tell apart.
      expect(tally.accepted).toBeGreaterThan(wanted / 200);
    },
    20_000 + wanted * 60,
  );
});

const describeTally = ({ sent, reachedSignedIn, accepted, slow, statuses }: Tally): string =>
  JSON.stringify(
    { sent, reachedSignedIn, accepted, slow: slow.length, ...Object.fromEntries([...statuses].toSorted()) },
    null,
    1,
  );
