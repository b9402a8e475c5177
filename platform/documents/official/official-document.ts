import type { PlainDate } from "#platform/kernel/plain-date.ts";

/**
 * An official document in the layout of GB/T 9704-2012. Texts are final: numbers such as 一、 or （一） are part
 * of them, so that the document reads the same wherever its text is copied to.
 */
export type OfficialDocument = {
  /** Printed small at the head of every page, e.g. 演示数据，纯属虚构. */
  readonly notice?: string | undefined;
  readonly urgency?: "特急" | "加急" | undefined;
  /** 发文机关标志 in red, e.g. 中共清源县委组织部文件. */
  readonly issuerMark: string;
  /** 发文字号, e.g. 清组通〔2026〕6号; a draft has none yet. */
  readonly documentNumber?: string | undefined;
  /** 签发人, only in documents that go up. */
  readonly signers?: readonly string[] | undefined;
  /** One text, broken by its words when long, or the lines as they shall stand. */
  readonly title: string | readonly string[];
  /** 主送机关 with the marks between them, without the colon at the end. */
  readonly addressees?: string | undefined;
  readonly blocks: readonly OfficialBlock[];
  readonly attachments?: readonly OfficialAttachment[] | undefined;
  /** 发文机关署名. */
  readonly signatory: string;
  /** 成文日期. */
  readonly date: PlainDate;
  /** 抄送机关 with the marks between them, without the full stop at the end. */
  readonly copyTo?: string | undefined;
  /** 印发机关 and 印发日期. */
  readonly printer?: string | undefined;
  readonly printedOn?: PlainDate | undefined;
};

export type OfficialAttachment = {
  readonly title: string;
  /** What stands on the attachment's own pages; none when it is sent apart. */
  readonly blocks?: readonly OfficialBlock[] | undefined;
};

export type OfficialBlock = OfficialHeading | OfficialParagraph | OfficialList | OfficialTable;

export type OfficialHeading = {
  readonly kind: "heading";
  /** 1 一、黑体  2 （一）楷体  3 1. 仿宋  4 （1）仿宋 */
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  /** Text that runs on in the heading's own paragraph. */
  readonly body?: string | undefined;
};

export type OfficialParagraph = { readonly kind: "paragraph"; readonly text: string };

/** Numbered 1. 2. 3. from the first item. */
export type OfficialList = { readonly kind: "list"; readonly items: readonly string[] };

export type OfficialTable = {
  readonly kind: "table";
  readonly caption?: string | undefined;
  readonly columns: readonly OfficialColumn[];
  readonly rows: readonly (readonly string[])[];
};

export type OfficialColumn = {
  readonly title: string;
  /** Width relative to the other columns; 1 when not given. */
  readonly widthShare?: number | undefined;
  readonly alignment?: "left" | "center" | "right" | undefined;
};
