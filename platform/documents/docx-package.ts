import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { DocumentProblem } from "./document-problems.ts";
import { type ArchiveLimits, type OfficeArchive, openOfficeArchive } from "./office-archive.ts";
import { declaresDoctype, decodeXml, parseXml, type XmlElement } from "./xml-element.ts";

/** The parts of a .docx that hold text or decide how it reads. */
export type DocxPackage = {
  readonly documentXml: string;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly headersAndFooters: readonly XmlElement[];
};

const megabyte = 1024 * 1024;

const docxLimits: ArchiveLimits = {
  maxEntries: 4096,
  maxTotalBytes: 300 * megabyte,
  maxPartBytes: 64 * megabyte,
  // Word's XML packs 10 to 30 to 1, tables made by a program up to about 150 to 1.
  maxRatio: 200,
  ratioFromBytes: 16 * megabyte,
};

type Relationship = { readonly kind: string; readonly target: string };

export async function openDocx(bytes: Uint8Array): Promise<Result<DocxPackage, DocumentProblem>> {
  const archive = await openOfficeArchive(bytes, docxLimits);
  if (!archive.ok) return archive;
  const main = await findMainPart(archive.value);
  if (!main.ok) return main;
  const documentXml = await readXmlText(archive.value, main.value);
  if (!documentXml.ok) return documentXml;
  if (documentXml.value === null) return fail({ code: "broken-document" });
  if (!isWordDocument(documentXml.value)) return fail({ code: "unknown-format" });
  const related = await readRelationships(archive.value, main.value);
  if (!related.ok) return related;
  return readCompanions(archive.value, related.value, documentXml.value);
}

async function readCompanions(
  archive: OfficeArchive,
  related: readonly Relationship[],
  documentXml: string,
): Promise<Result<DocxPackage, DocumentProblem>> {
  const byKind: Record<string, XmlElement[]> = { styles: [], numbering: [], header: [], footer: [] };
  for (const { kind, target } of related) {
    const parts = byKind[kind];
    if (!parts) continue;
    const part = await readXmlPart(archive, target);
    if (!part.ok) return part;
    if (part.value) parts.push(part.value);
  }
  return succeed({
    documentXml,
    styles: byKind["styles"]?.[0] ?? null,
    numbering: byKind["numbering"]?.[0] ?? null,
    headersAndFooters: [...(byKind["header"] ?? []), ...(byKind["footer"] ?? [])],
  });
}

/** The main part is named by a relationship: Word itself sometimes writes document2.xml. */
async function findMainPart(archive: OfficeArchive): Promise<Result<string, DocumentProblem>> {
  const roots = await readRelationships(archive, "");
  if (!roots.ok) return roots;
  const named = roots.value.find((relationship) => relationship.kind === "officeDocument")?.target;
  const main = named ?? "word/document.xml";
  if (archive.partNames.includes(main.toLowerCase())) return succeed(main);
  if (archive.partNames.includes("ofd.xml")) return fail({ code: "ofd-not-readable" });
  return fail({ code: named ? "broken-document" : "unknown-format" });
}

/** Workbooks and slides name their main part the same way, but open it with another element. */
const isWordDocument = (xml: string): boolean => /<(?:[\w.-]+:)?document[\s>]/.test(xml.slice(0, 65_536));

async function readRelationships(
  archive: OfficeArchive,
  ownerName: string,
): Promise<Result<readonly Relationship[], DocumentProblem>> {
  const folder = ownerName.slice(0, ownerName.lastIndexOf("/") + 1);
  const part = await readXmlPart(archive, `${folder}_rels/${ownerName.slice(folder.length)}.rels`);
  if (!part.ok) return part;
  const relationships: Relationship[] = [];
  for (const element of part.value?.children ?? []) {
    const { Type: type, Target: target, TargetMode: mode } = element.attributes;
    if (!type || !target || mode === "External") continue;
    relationships.push({ kind: type.slice(type.lastIndexOf("/") + 1), target: resolvePart(folder, target) });
  }
  return succeed(relationships);
}

/** Part names are paths within the archive; a path that climbs out simply names no part. */
function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

async function readXmlText(
  archive: OfficeArchive,
  name: string,
): Promise<Result<string | null, DocumentProblem>> {
  const bytes = await archive.readPart(name);
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return succeed(null);
  const xml = decodeXml(bytes.value);
  if (xml === null) return fail({ code: "broken-document" });
  return declaresDoctype(xml) ? fail({ code: "unsafe-document" }) : succeed(xml);
}

async function readXmlPart(
  archive: OfficeArchive,
  name: string,
): Promise<Result<XmlElement | null, DocumentProblem>> {
  const xml = await readXmlText(archive, name);
  if (!xml.ok || xml.value === null) return xml as Result<null, DocumentProblem>;
  const root = parseXml(xml.value);
  return root ? succeed(root) : fail({ code: "broken-document" });
}
