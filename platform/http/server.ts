import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { v7 as newId } from "uuid";
import { openPace } from "./account-pace.ts";
import type { Endpoint } from "./endpoint.ts";
import { escapeSteering } from "./log-line.ts";
import { commonProblems } from "./problem.ts";
import { registerEndpoint } from "./register.ts";
import { sendProblem } from "./send-problem.ts";
import type { HttpServices } from "./services.ts";
import { explainValidation } from "./validation.ts";

export interface HttpOptions {
  readonly version: string;
  /** From one address, behind which a whole office may sit; of these one account may send half. */
  readonly requestsPerMinute: number;
  readonly logLevel: string;
  /** Where the log goes instead of the standard output. */
  readonly logStream?: { write(line: string): void };
}

export async function createHttpServer(
  services: HttpServices,
  endpoints: readonly Endpoint[],
  options: HttpOptions,
): Promise<FastifyInstance> {
  const server = Fastify({
    // Stands in the audit records and under every refusal: unique for good, not only until the next start.
    genReqId: () => newId(),
    logger: {
      level: options.logLevel,
      redact: ["req.headers.cookie", "req.headers.authorization"],
      hooks: { streamWrite: escapeSteering },
      ...(options.logStream && { stream: options.logStream }),
    },
    logController: new LogController({ disableRequestLogging: true }),
    // A reverse proxy on this machine says whether the browser came by HTTPS, and from where.
    trustProxy: "loopback",
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 120_000,
    forceCloseConnections: true,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: "array", allErrors: true } },
  });
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(
    (request, reply) => void sendProblem(reply, commonProblems, { code: "not-found" }, request),
  );
  await registerPlugins(server, options);
  server.addHook("onSend", keepFromCaches);
  const isWithinPace = openPace(options.requestsPerMinute / 2, services.clock);
  for (const definition of endpoints) registerEndpoint(server, { ...services, isWithinPace }, definition);
  server.get("/api/openapi.json", { schema: { hide: true } }, async () => server.swagger());
  return server;
}

/** What the interface answers is somebody's in particular: no cache on the way keeps it. */
async function keepFromCaches(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.url.startsWith("/api/") && !reply.hasHeader("cache-control")) {
    reply.header("cache-control", "private, no-store");
  }
}

async function registerPlugins(server: FastifyInstance, options: HttpOptions): Promise<void> {
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        // antd writes its styles at run time.
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "object-src": ["'none'"],
      },
    },
    xFrameOptions: { action: "deny" },
    strictTransportSecurity: false,
  });
  await server.register(rateLimit, {
    global: false,
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    // A page brings some thirty files, and a whole office may stand behind one address.
    allowList: (request) => request.url.startsWith("/assets/"),
    errorResponseBuilder: () => Object.assign(new Error("too many"), { statusCode: 429 }),
  });
  // Before all hooks of routes: who is refused at the door is counted, too, and so is who asks for what is not there.
  server.addHook("onRequest", server.rateLimit());
  await server.register(multipart, { throwFileSizeLimit: true });
  await server.register(compress, { global: true, threshold: 1024, encodings: ["gzip"] });
  await server.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "磐石 接口", version: options.version } },
  });
}

/** What the route says of the part that was refused. */
const schemaOf = (request: FastifyRequest, part: string | undefined): unknown =>
  (request.routeOptions.schema as Readonly<Record<string, unknown>> | undefined)?.[part ?? "body"];

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.validation) {
    return sendProblem(
      reply,
      commonProblems,
      explainValidation(
        error.validation,
        error.validationContext,
        schemaOf(request, error.validationContext),
      ),
      request,
    );
  }
  if (error.statusCode === 413 || error.code === "FST_REQ_FILE_TOO_LARGE") {
    return sendProblem(reply, commonProblems, { code: "too-large" }, request);
  }
  if (error.statusCode === 429)
    return sendProblem(reply, commonProblems, { code: "too-many-requests" }, request);
  if (error.statusCode && error.statusCode < 500) {
    return sendProblem(reply, commonProblems, { code: "invalid-request" }, request);
  }
  request.log.error({ err: error }, "unexpected fault");
  return sendProblem(reply, commonProblems, { code: "unexpected-fault" }, request);
}
