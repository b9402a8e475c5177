import { Ajv, type ValidateFunction } from "ajv";
import type { FastifyRequest } from "fastify";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { RouteContract } from "./contract.ts";
import type { UploadedFile } from "./endpoint.ts";
import type { CommonProblem } from "./problem.ts";
import { explainValidation } from "./validation.ts";

interface Upload {
  readonly data: unknown;
  readonly files: readonly UploadedFile[];
}

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = new WeakMap<object, ValidateFunction>();

/** Reads a multipart form whose field "data" holds the JSON body; limits are those of the route. */
export async function readUpload(
  request: FastifyRequest,
  route: RouteContract,
): Promise<Result<Upload, CommonProblem>> {
  if (!request.isMultipart()) return fail({ code: "invalid-request", detail: "请以表单方式上传文件" });
  const limits = {
    files: route.upload?.maxFiles ?? 1,
    fileSize: route.upload?.maxBytes ?? 0,
    fields: 5,
    parts: 30,
  };
  const read = await readParts(request, limits);
  if (!read.ok) return read;
  const { data, files } = read.value;
  const invalid = validateBody(route, data);
  return invalid ? fail(invalid) : succeed({ data, files });
}

type PartLimits = Readonly<Record<"files" | "fileSize" | "fields" | "parts", number>>;

async function readParts(
  request: FastifyRequest,
  limits: PartLimits,
): Promise<Result<Upload, CommonProblem>> {
  const files: UploadedFile[] = [];
  let data = "{}";
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === "file") {
        const bytes = await part.toBuffer();
        files.push({
          fieldName: part.fieldname,
          fileName: baseName(part.filename),
          mediaType: part.mimetype,
          bytes,
        });
      } else if (part.fieldname === "data") {
        data = String(part.value);
      }
    }
  } catch (error) {
    if (isFormFault(error)) return fail({ code: "invalid-request", detail: "表单不完整，请重新上传" });
    throw error;
  }
  const parsed = parseJson(data);
  return parsed.ok ? succeed({ data: parsed.value, files }) : parsed;
}

/** What the parser throws at a form that is cut short or malformed is a bare Error; limits have a status. */
const isFormFault = (error: unknown): boolean =>
  error instanceof Error && error.constructor === Error && !("statusCode" in error);

/** Only the last part of a name that a browser or an attacker sent, without signs that steer a terminal or a line. */
function baseName(name: string | undefined): string {
  const last = (name ?? "").split(/[\\/]/).pop() ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return clean.slice(-150) || "未命名";
}

function parseJson(text: string): Result<unknown, CommonProblem> {
  try {
    return succeed(JSON.parse(text));
  } catch {
    return fail({ code: "invalid-request", detail: "表单内容不是有效的JSON" });
  }
}

function validateBody(route: RouteContract, data: unknown): CommonProblem | null {
  if (!route.body) return null;
  const validate = validators.get(route.body) ?? ajv.compile(route.body);
  validators.set(route.body, validate);
  if (validate(data)) return null;
  return explainValidation((validate.errors ?? []) as never, "body", route.body);
}
