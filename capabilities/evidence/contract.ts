import { Type } from "typebox";

const nullable = Type.Union([Type.String(), Type.Null()]);

/** One evidence as it hangs on a record. */
export const evidenceView = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal("file"), Type.Literal("note")]),
  title: Type.String(),
  note: nullable,
  happenedOn: Type.String(),
  enteredAt: Type.String(),
  enteredLate: Type.Boolean(),
  enteredByName: Type.String(),
  fileName: nullable,
  mediaType: nullable,
  sizeBytes: Type.Union([Type.Integer(), Type.Null()]),
  sha256: nullable,
});

/** What the form says of the files and of the note that it carries. */
export const evidenceForm = Type.Object({
  title: Type.Optional(Type.String({ maxLength: 200, title: "佐证名称" })),
  note: Type.Optional(Type.String({ maxLength: 5000, title: "说明" })),
  happenedOn: Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", title: "发生日期" }),
  /** The same file is already in the ledger: hang that one here instead of refusing. */
  reuse: Type.Optional(Type.Boolean()),
});

export const maxEvidenceBytes = 50 * 1024 * 1024;
export const maxEvidenceFiles = 10;
