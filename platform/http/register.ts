import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { attemptInTerritory, constraintOf, inTerritory, type Tx } from "#platform/database/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, type Result } from "#platform/kernel/result.ts";
import { StorageFault } from "#platform/storage/index.ts";
import { ThreadFault } from "#platform/threads/index.ts";
import type { Actor } from "./actor.ts";
import { type Admission, admit, getActor } from "./admit.ts";
import { claimCommand, recordAnswer } from "./command.ts";
import { openEdge } from "./edge.ts";
import type {
  Download,
  Edge,
  Endpoint,
  OpenEndpoint,
  RequestContext,
  SignedInEndpoint,
  UploadedFile,
} from "./endpoint.ts";
import { findUnstorable, type Unstorable } from "./plain-text.ts";
import { type CommonProblem, commonProblems, type ProblemTable } from "./problem.ts";
import { insistOnRecord, isRecordedRefusal } from "./recording.ts";
import { sendProblem } from "./send-problem.ts";
import type { HttpServices } from "./services.ts";
import { readSession } from "./session-cookie.ts";
import { type KeptTrail, openTrail, type Trail } from "./trail.ts";
import { readUpload } from "./upload.ts";

type Outcome = Result<unknown, { readonly code: string }>;

/** Puts one endpoint on the server: sign-in, validation, one transaction, one place for refusals. */
export function registerEndpoint(server: FastifyInstance, services: Admission, definition: Endpoint): void {
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
    onRequest: admit(services, definition),
    handler: (request, reply) =>
      definition.kind === "open"
        ? answerOpen(services, definition, request, reply)
        : answerSignedIn(services, definition, request, reply),
  });
}

async function answerOpen(
  services: HttpServices,
  definition: OpenEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const refused = describeUnstorable([request.body, request.query]);
  if (refused) return sendProblem(reply, commonProblems, refused, request);
  const trail = openTrail();
  const { edge, writeCookies } = openEdge(services.installation, request);
  const outcome = await definition.run({
    ...edge,
    database: services.database,
    now: services.clock(),
    trail,
    query: request.query as never,
    body: request.body as never,
    sessionToken: readSession(request),
  });
  for (const areaCode of trail.areaCodes) services.recordsLeft(areaCode);
  if (outcome.ok) writeCookies(reply);
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
  const actor = getActor(request);
  const upload = route.upload ? await readUpload(request, route) : null;
  if (upload && !upload.ok) return sendProblem(reply, commonProblems, upload.problem, request);
  const body = upload ? upload.value.data : request.body;
  const files = upload ? upload.value.files : [];
  const refused = describeUnstorable([body, request.query]);
  if (refused) return sendProblem(reply, commonProblems, refused, request);
  const { edge, writeCookies } = openEdge(services.installation, request);
  const outcome = await runOnce(services, definition, { request, edge, actor, body, files });
  if (!outcome.ok) {
    await recordIfRefused(services, definition, { request, actor }, outcome.problem.code);
    return sendProblem(reply, definition.problems, outcome.problem, request);
  }
  writeCookies(reply);
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

const unstorable: Readonly<Record<Unstorable["reason"], string>> = {
  character: "含有不能保存的字符，请重新输入",
  number: "数太大",
  depth: "嵌套层数过多",
};

function describeUnstorable(parts: readonly unknown[]): CommonProblem | null {
  const found = parts.map(findUnstorable).find((each) => each !== null);
  if (!found) return null;
  const { path, reason } = found;
  const message = unstorable[reason];
  return { code: "invalid-request", detail: `“${path}”${message}`, errors: [{ field: path, message }] };
}

interface Call {
  readonly request: FastifyRequest;
  readonly edge: Edge;
  readonly actor: Actor;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

async function runOnce(services: HttpServices, definition: SignedInEndpoint, call: Call): Promise<Outcome> {
  const enter = definition.keepsRefusals ? inTerritory : attemptInTerritory;
  try {
    let trail = openTrail();
    const outcome = await enter(services.database, call.actor.areaCode, (tx) => {
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
  const { route } = definition;
  if (route.method !== "POST" || route.download || route.isSecret || typeof key !== "string") {
    return runRecorded(definition, context, trail);
  }
  if (!/^[!-~]{8,100}$/.test(key))
    return fail({ code: "invalid-request", detail: "操作编号应为8至100个字母、数字或符号" });
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
    ...call.edge,
    actor: call.actor,
    tx,
    trail,
    now,
    today: dayInChina(now),
    calendar: services.calendar(),
    storage: services.storage,
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

function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  return reply
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "private, no-store")
    .type(file.mediaType)
    .send(file.content instanceof Uint8Array ? Buffer.from(file.content) : file.content);
}
