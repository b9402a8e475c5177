import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** A bulletin as blocks of an official document: what the page shows and the .docx prints. */
export interface BulletinDocument {
  readonly notice?: string;
  readonly issuerMark: string;
  readonly documentNumber?: string;
  readonly title: string;
  readonly addressees: string;
  readonly blocks: readonly BulletinBlock[];
  readonly attachments: readonly { readonly title: string; readonly blocks: readonly BulletinBlock[] }[];
  readonly signatory: string;
  readonly date: PlainDate;
  readonly copyTo?: string;
  readonly printer: string;
  readonly printedOn: PlainDate;
}

export type BulletinBlock =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3;
      readonly text: string;
      readonly body?: string;
    }
  | { readonly kind: "paragraph"; readonly text: string }
  | {
      readonly kind: "table";
      readonly caption?: string;
      readonly columns: readonly BulletinColumn[];
      readonly rows: readonly (readonly string[])[];
    };

export interface BulletinColumn {
  readonly title: string;
  readonly widthShare?: number;
  readonly alignment?: "left" | "center" | "right";
}

export const heading = (level: 1 | 2 | 3, text: string, body?: string): BulletinBlock =>
  body === undefined ? { kind: "heading", level, text } : { kind: "heading", level, text, body };

export const paragraph = (text: string): BulletinBlock => ({ kind: "paragraph", text });
