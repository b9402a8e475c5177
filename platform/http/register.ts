import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { attemptInTerritory, constraintOf, type Tx } from "#platform/database/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, type Result } from "#platform/kernel/result.ts";
import { StorageFault } from "#platform/storage/index.ts";
import { ThreadFault } from "#platform/threads/index.ts";
import type { Actor } from "./actor.ts";
import { claimCommand, recordAnswer } from "./command.ts";
import type {
  Download,
  Endpoint,
  OpenEndpoint,
  RequestContext,
  SignedInEndpoint,
  UploadedFile,
} from "./endpoint.ts";
import { findUnstorableText } from "./plain-text.ts";
import { type CommonProblem, commonProblems, type ProblemTable } from "./problem.ts";
import { insistOnRecord, isRecordedRefusal } from "./recording.ts";
import { sendProblem } from "./send-problem.ts";
import type { HttpServices } from "./services.ts";
import { clearSession, readSession, writeSession } from "./session-cookie.ts";
import { type KeptTrail, openTrail, type Trail } from "./trail.ts";
import { readUpload } from "./upload.ts";

type Outcome = Result<unknown, { readonly code: string }>;

/** Puts one endpoint on the server: sign-in, validation, one transaction, one place for refusals. */
export function registerEndpoint(
  server: FastifyInstance,
  services: HttpServices,
  definition: Endpoint,
): void {
  const { route } = definition;
  server.route({
    method: route.method,
    url: `/api/v1${route.path}`,
    schema: {
      operationId: route.id,
      summary: route.summary,
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
      ...(route.body && !route.upload && { body: route.body }),
      ...(!route.download && { response: { 200: route.response } }),
    },
    handler: (request, reply) => {
      if (!isSameOrigin(request))
        return sendProblem(reply, commonProblems, { code: "not-permitted" }, request);
      return definition.kind === "open"
        ? answerOpen(services, definition, request, reply)
        : answerSignedIn(services, definition, request, reply);
    },
  });
}

async function answerOpen(
  services: HttpServices,
  definition: OpenEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const unstorable = describeUnstorable([request.body, request.query]);
  if (unstorable) return sendProblem(reply, commonProblems, unstorable, request);
  const trail = openTrail();
  const outcome = await definition.run({
    database: services.database,
    now: services.clock(),
    requestId: request.id,
    remoteAddress: request.ip,
    trail,
    query: request.query as never,
    body: request.body as never,
    sessionToken: readSession(request),
    setSession: (token) => (token === null ? clearSession(reply) : writeSession(request, reply, token)),
  });
  for (const areaCode of trail.areaCodes) services.recordsLeft(areaCode);
  if (!outcome.ok) return sendProblem(reply, definition.problems, outcome.problem, request);
  insistOnRecord(definition, trail);
  return reply.send(outcome.value);
}

async function answerSignedIn(
  services: HttpServices,
  definition: SignedInEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { route } = definition;
  const actor = await services.findActor(readSession(request));
  if (typeof actor === "string") return sendProblem(reply, commonProblems, { code: actor }, request);
  const upload = route.upload ? await readUpload(request, route) : null;
  if (upload && !upload.ok) return sendProblem(reply, commonProblems, upload.problem, request);
  const body = upload ? upload.value.data : request.body;
  const files = upload ? upload.value.files : [];
  const unstorable = describeUnstorable([body, request.query]);
  if (unstorable) return sendProblem(reply, commonProblems, unstorable, request);
  const outcome = await runOnce(services, definition, { request, actor, body, files });
  if (!outcome.ok) {
    await recordIfRefused(services, definition, { request, actor }, outcome.problem.code);
    return sendProblem(reply, definition.problems, outcome.problem, request);
  }
  return route.download ? sendFile(reply, outcome.value as Download) : reply.send(outcome.value);
}

async function recordIfRefused(
  services: HttpServices,
  { route, problems }: SignedInEndpoint,
  { request, actor }: Pick<Call, "request" | "actor">,
  code: string,
): Promise<void> {
  const known: ProblemTable = { ...commonProblems, ...problems };
  if (!isRecordedRefusal(known[code]?.status)) return;
  const { id: requestId, ip: remoteAddress, params } = request;
  await services.recordRefusal(actor, { requestId, remoteAddress, routeId: route.id, params, code });
}

function describeUnstorable(parts: readonly unknown[]): CommonProblem | null {
  const path = parts.map(findUnstorableText).find((found) => found !== null);
  if (path === undefined) return null;
  const message = "含有不能保存的字符，请重新输入";
  return { code: "invalid-request", detail: `“${path}”${message}`, errors: [{ field: path, message }] };
}

interface Call {
  readonly request: FastifyRequest;
  readonly actor: Actor;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

async function runOnce(services: HttpServices, definition: SignedInEndpoint, call: Call): Promise<Outcome> {
  try {
    let trail = openTrail();
    const outcome = await attemptInTerritory(services.database, call.actor.areaCode, (tx) => {
      // A transaction that is tried again begins with nothing recorded.
      trail = openTrail();
      return runIdempotent(definition, contextOf(services, call, { tx, trail }), call, trail);
    });
    for (const areaCode of trail.areaCodes) services.recordsLeft(areaCode);
    return outcome;
  } catch (error) {
    const code = readFault(error, call) ?? readConstraint(error, definition);
    if (code !== undefined) return fail({ code });
    throw error;
  }
}

/** What the machine refused: the person is told, and whoever keeps it finds it in the log. */
function readFault(error: unknown, { request }: Call): string | undefined {
  if (!(error instanceof StorageFault || error instanceof ThreadFault)) return undefined;
  request.log.error({ err: error.cause ?? error }, error.code);
  return error.code;
}

function readConstraint(error: unknown, { constraints }: SignedInEndpoint): string | undefined {
  const constraint = constraintOf(error);
  return constraint === null ? undefined : constraints[constraint];
}
type Context = RequestContext<SignedInEndpoint["route"]>;

/** The same Idempotency-Key answers with the first answer instead of acting twice. */
async function runIdempotent(
  definition: SignedInEndpoint,
  context: Context,
  call: Call,
  trail: KeptTrail,
): Promise<Outcome> {
  const key = call.request.headers["idempotency-key"];
  if (definition.route.method !== "POST" || definition.route.download || typeof key !== "string") {
    return runRecorded(definition, context, trail);
  }
  if (key.length < 8 || key.length > 100)
    return fail({ code: "invalid-request", detail: "操作编号长度应为8至100" });
  const command = {
    areaCode: call.actor.areaCode,
    accountId: call.actor.accountId,
    key,
    requestDigest: digestOfCall(definition, call),
  };
  const answered = await claimCommand(context.tx, command, context.now);
  if (answered) {
    if (answered.requestDigest !== command.requestDigest) return fail({ code: "key-used-for-another" });
    return { ok: true, value: answered.response };
  }
  const outcome = await runRecorded(definition, context, trail);
  if (outcome.ok) await recordAnswer(context.tx, command, outcome.value);
  return outcome;
}

async function runRecorded(
  definition: SignedInEndpoint,
  context: Context,
  trail: KeptTrail,
): Promise<Outcome> {
  const outcome = await definition.run(context);
  if (outcome.ok) insistOnRecord(definition, trail);
  return outcome;
}

function contextOf(
  services: HttpServices,
  call: Call,
  { tx, trail }: { readonly tx: Tx; readonly trail: Trail },
): Context {
  const now = services.clock();
  return {
    actor: call.actor,
    tx,
    trail,
    now,
    today: dayInChina(now),
    calendar: services.calendar(),
    storage: services.storage,
    requestId: call.request.id,
    remoteAddress: call.request.ip,
    params: call.request.params as never,
    query: call.request.query as never,
    body: call.body as never,
    files: call.files,
  };
}

function digestOfCall(definition: SignedInEndpoint, call: Call): string {
  const hash = createHash("sha256");
  hash
    .update(definition.route.id)
    .update(JSON.stringify(call.request.params))
    .update(JSON.stringify(call.body ?? null));
  for (const file of call.files) hash.update(file.fileName).update(file.bytes);
  return hash.digest("hex");
}

/** A browser names the page that sends a form; another site's page is refused (CSRF). */
function isSameOrigin(request: FastifyRequest): boolean {
  if (request.method === "GET") return true;
  const site = request.headers["sec-fetch-site"];
  if (typeof site === "string" && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.origin;
  if (typeof origin !== "string") return true;
  const host = request.headers.host;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  return reply
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "private, no-store")
    .type(file.mediaType)
    .send(file.content instanceof Uint8Array ? Buffer.from(file.content) : file.content);
}
