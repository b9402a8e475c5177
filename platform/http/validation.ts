import type { FastifySchemaValidationError } from "fastify";

const places: Readonly<Record<string, string>> = {
  body: "填写内容",
  querystring: "查询条件",
  params: "地址",
  headers: "请求头",
};

/** One refused field: where it is and what to do about it, in the words of the form. */
export interface FieldError {
  readonly field: string;
  /** What the form calls it; absent where nobody fills it in by hand. */
  readonly label?: string;
  readonly message: string;
}

/** Turns the validator's findings into one problem with a Chinese sentence for each field. */
export function explainValidation(
  findings: readonly FastifySchemaValidationError[],
  context: string | undefined,
  schema?: unknown,
): { readonly code: "invalid-request"; readonly detail: string; readonly errors: readonly FieldError[] } {
  const errors = ofChosenBranch(findings)
    .slice(0, 20)
    .map((finding): FieldError => {
      const field = fieldOf(finding);
      const label = labelIn(schema, finding) ?? labelOf(schema, field);
      return { field, ...(label !== undefined && { label }), message: sentenceOf(finding) };
    });
  const place = places[context ?? "body"] ?? "填写内容";
  const detail =
    context === "params" ? "地址有误，可能没有抄全，请从列表重新打开" : describe(place, context, errors[0]);
  return { code: "invalid-request", detail, errors };
}

/** The form among several to which a finding belongs, and the choice itself: `#/…/anyOf/2` and `#/…/anyOf`. */
const branchOf = ({ schemaPath }: FastifySchemaValidationError): string =>
  /^.*?\/anyOf\/\d+(?=\/)/.exec(schemaPath)?.[0] ?? "";
const choiceOf = (branch: string): string => branch.replace(/\/\d+$/, "");

/**
 * Of a choice between forms that each name their kind only the form whose kind was sent is spoken of: the others miss
 * everything that is theirs.
 */
function ofChosenBranch(
  findings: readonly FastifySchemaValidationError[],
): readonly FastifySchemaValidationError[] {
  const others = new Set(findings.filter(({ keyword }) => keyword === "const").map(branchOf));
  const isChosen = (branch: string): boolean => branch !== "" && !others.has(branch);
  const choices = new Set([...others].filter((branch) => branch !== "").map(choiceOf));
  const decided = new Set(
    findings.map(branchOf).flatMap((branch) => (isChosen(branch) ? [choiceOf(branch)] : [])),
  );
  return findings.filter((finding) => {
    const branch = branchOf(finding);
    const choice = branch === "" ? finding.schemaPath : choiceOf(branch);
    return !choices.has(choice) || !decided.has(choice) || isChosen(branch);
  });
}

function fieldOf(finding: FastifySchemaValidationError): string {
  const missing = finding.params["missingProperty"];
  const path = finding.instancePath.split("/").filter((part) => part !== "");
  if (typeof missing === "string") path.push(missing);
  return path.join(".");
}

/** Names of fields that no form shows are said to programs only, which send bodies. */
function describe(place: string, context: string | undefined, first: FieldError | undefined): string {
  if (!first) return `${place}有误`;
  const name = first.label ?? (context === "querystring" ? "" : first.field);
  return `${place}有误：${name ? `“${name}”` : ""}${first.message}`;
}

interface Described {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

/** The title at the very place of the schema that refused; found where a field stands in one form of several. */
function labelIn(schema: unknown, { schemaPath, params }: FastifySchemaValidationError): string | undefined {
  let place = schema;
  for (const part of schemaPath.split("/").slice(1, -1)) {
    place = (place as Readonly<Record<string, unknown>> | undefined)?.[part];
  }
  const described = place as Described | undefined;
  const missing = params["missingProperty"];
  return typeof missing === "string" ? described?.properties?.[missing]?.title : described?.title;
}

/** The title that the contract gives the field; the place in a list is no part of it. */
function labelOf(schema: unknown, field: string): string | undefined {
  let described = schema as Described | undefined;
  for (const part of field.split(".")) {
    described = /^\d+$/.test(part) ? described?.items : described?.properties?.[part];
  }
  return described?.title;
}

/** A day as the contracts write it. */
const dayPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

function sentenceOf(finding: FastifySchemaValidationError): string {
  const limit = finding.params["limit"];
  switch (finding.keyword) {
    case "required":
      return "必须填写";
    case "minLength":
      return Number(limit) === 1 ? "不能为空" : `至少${limit}个字`;
    case "maxLength":
      return `最多${limit}个字`;
    case "minimum":
      return `不能小于${limit}`;
    case "maximum":
      return `不能大于${limit}`;
    case "minItems":
      return `至少选择${limit}项`;
    case "maxItems":
      return `最多${limit}项`;
    case "pattern":
      return finding.params["pattern"] === dayPattern ? "请填写，如2026-11-20" : "格式不对";
    case "format":
      return "格式不对";
    case "enum":
    case "const":
    case "anyOf":
      return "不在可选范围内";
    case "type":
      return "类型不对";
    case "additionalProperties":
      return "含有不认识的内容";
    default:
      return "不符合要求";
  }
}
