import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { attemptInTerritory, constraintOf, inTerritory, type Tx } from "#platform/database/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, type Result } from "#platform/kernel/result.ts";
import type { Actor } from "./actor.ts";
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
import { findUnstorableText } from "./plain-text.ts";
import { type CommonProblem, commonProblems } from "./problem.ts";
import { sendProblem } from "./send-problem.ts";
import type { HttpServices } from "./services.ts";
import { readSession } from "./session-cookie.ts";
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
  const { edge, writeCookies } = openEdge(services.installation, request);
  const outcome = await definition.run({
    ...edge,
    database: services.database,
    now: services.clock(),
    query: request.query as never,
    body: request.body as never,
    sessionToken: readSession(request),
  });
  if (outcome.ok) writeCookies(reply);
  if (!outcome.ok) return sendProblem(reply, definition.problems, outcome.problem, request);
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
  // The one place where a sign-in that is not finished is kept from everything but its own steps.
  if (actor.pendingStep !== null && !route.duringSteps?.includes(actor.pendingStep)) {
    return refuse(services, definition, { request, reply, actor }, pendingProblem(actor.pendingStep));
  }
  const upload = route.upload ? await readUpload(request, route) : null;
  if (upload && !upload.ok) return sendProblem(reply, commonProblems, upload.problem, request);
  const body = upload ? upload.value.data : request.body;
  const files = upload ? upload.value.files : [];
  const unstorable = describeUnstorable([body, request.query]);
  if (unstorable) return sendProblem(reply, commonProblems, unstorable, request);
  const { edge, writeCookies } = openEdge(services.installation, request);
  const outcome = await runOnce(services, definition, { request, edge, actor, body, files });
  if (!outcome.ok) return refuse(services, definition, { request, reply, actor }, outcome.problem);
  writeCookies(reply);
  return route.download ? sendFile(reply, outcome.value as Download) : reply.send(outcome.value);
}

const pendingProblem = (step: string) => ({ code: "sign-in-incomplete", step });

const recordedRefusals = new Set(["not-permitted", "sign-in-incomplete"]);

async function refuse(
  services: HttpServices,
  { route, problems }: SignedInEndpoint,
  { request, reply, actor }: { request: FastifyRequest; reply: FastifyReply; actor: Actor },
  problem: { readonly code: string },
): Promise<FastifyReply> {
  if (recordedRefusals.has(problem.code)) {
    await services.recordRefusal(actor, {
      requestId: request.id,
      remoteAddress: request.ip,
      routeId: route.id,
    });
  }
  return sendProblem(reply, problems, problem, request);
}

function describeUnstorable(parts: readonly unknown[]): CommonProblem | null {
  const path = parts.map(findUnstorableText).find((found) => found !== null);
  if (path === undefined) return null;
  const message = "含有不能保存的字符，请重新输入";
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
    return await enter(services.database, call.actor.areaCode, (tx) =>
      runIdempotent(services, definition, call, tx),
    );
  } catch (error) {
    const constraint = constraintOf(error);
    const code = constraint === null ? undefined : definition.constraints[constraint];
    if (code !== undefined) return fail({ code });
    throw error;
  }
}

/** The same Idempotency-Key answers with the first answer instead of acting twice. */
async function runIdempotent(
  services: HttpServices,
  definition: SignedInEndpoint,
  call: Call,
  tx: Tx,
): Promise<Outcome> {
  const key = call.request.headers["idempotency-key"];
  const context = contextOf(services, call, tx);
  const { route } = definition;
  if (route.method !== "POST" || route.download || route.isSecret || typeof key !== "string") {
    return definition.run(context);
  }
  if (key.length < 8 || key.length > 100)
    return fail({ code: "invalid-request", detail: "操作编号长度应为8至100" });
  const command = {
    areaCode: call.actor.areaCode,
    accountId: call.actor.accountId,
    key,
    requestDigest: digestOfCall(definition, call),
  };
  const answered = await claimCommand(tx, command, services.clock());
  if (answered) {
    if (answered.requestDigest !== command.requestDigest) return fail({ code: "key-used-for-another" });
    return { ok: true, value: answered.response };
  }
  const outcome = await definition.run(context);
  if (outcome.ok) await recordAnswer(tx, command, outcome.value);
  return outcome;
}

function contextOf(services: HttpServices, call: Call, tx: Tx): RequestContext<SignedInEndpoint["route"]> {
  const now = services.clock();
  return {
    ...call.edge,
    actor: call.actor,
    tx,
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
