import "./paper.css";
import { Fragment, type ReactNode } from "react";
import { writeDay } from "#platform/ui/index.ts";
import type { BulletinPaper, PaperBlock } from "./bulletin-detail.ts";
import { messages } from "./messages.ts";

/** How the bulletin reads; the layout of GB/T 9704 is that of the .docx, here only its order and its faces. */
export function Paper({ paper }: { paper: BulletinPaper }): ReactNode {
  const isSingle = paper.attachments.length === 1;
  return (
    <article className="paper">
      {paper.notice && <p className="paper-notice">{paper.notice}</p>}
      <p className="paper-mark">{paper.issuerMark}</p>
      <p className="paper-number">{paper.documentNumber ?? messages.noNumber}</p>
      <h2 className="paper-title">{paper.title}</h2>
      <p className="paper-addressees">{paper.addressees}：</p>
      <Blocks blocks={paper.blocks} />
      <ol className="paper-attachments">
        {paper.attachments.map(({ title }, index) => (
          <li key={title}>{`${messages.attachment(index + 1, isSingle)}：${title}`}</li>
        ))}
      </ol>
      <p className="paper-signature">
        {paper.signatory}
        <br />
        {writeDay(paper.date)}
      </p>
      {paper.attachments.map(({ title, blocks }, index) => (
        <section key={title} className="paper-attachment">
          <p>{messages.attachment(index + 1, isSingle)}</p>
          <h3 className="paper-title">{title}</h3>
          <Blocks blocks={blocks} />
        </section>
      ))}
      <footer className="paper-colophon">
        {paper.copyTo && <p>{messages.copyTo(paper.copyTo)}</p>}
        <p>{messages.printed(paper.printer, writeDay(paper.printedOn))}</p>
      </footer>
    </article>
  );
}

const Blocks = ({ blocks }: { blocks: readonly PaperBlock[] }): ReactNode =>
  blocks.map((block, index) => <Fragment key={index}>{showBlock(block)}</Fragment>);

function showBlock(block: PaperBlock): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p className="paper-text">{block.text}</p>;
    case "heading":
      return (
        <p className="paper-text">
          <span className={`paper-heading-${block.level}`}>{block.text}</span>
          {block.body}
        </p>
      );
    case "table":
      return <PaperTable table={block} />;
  }
}

type TableBlock = Extract<PaperBlock, { kind: "table" }>;

const sharesOf = ({ columns }: TableBlock): number =>
  columns.reduce((sum, { widthShare }) => sum + (widthShare ?? 1), 0);

const PaperTable = ({ table }: { table: TableBlock }): ReactNode => (
  <div className="paper-table">
    <table>
      {table.caption && <caption>{table.caption}</caption>}
      <colgroup>
        {table.columns.map(({ title, widthShare }) => (
          <col key={title} style={{ width: `${((widthShare ?? 1) / sharesOf(table)) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.join("|")}>
            {row.map((cell, index) => (
              <td
                key={table.columns[index]?.title}
                style={{ textAlign: table.columns[index]?.alignment ?? "center" }}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
