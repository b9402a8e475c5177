import { Tag } from "antd";
import type { ReactNode } from "react";
import { type Column, Lamp, PageLink } from "#platform/ui/index.ts";
import { responsibilityRoleNames } from "#rooms/people/core/index.ts";
import { originNames } from "#rooms/tasks/core/index.ts";
import { isClear, type ListItem } from "./list-detail.ts";
import { messages } from "./messages.ts";

const leadNames = (item: ListItem): string[] => item.leads.map(({ unitName }) => unitName);
const words = messages.itemColumns;

/** The columns of a list in the order of the field; what is not clear stands beside the item itself. */
export const itemColumns = (isOpen: boolean): readonly Column<ListItem>[] => [
  {
    key: "ordinal",
    title: words.ordinal,
    cell: (item) => item.ordinal,
    align: "right",
    width: "4em",
    isFixed: true,
  },
  {
    key: "content",
    title: words.content,
    cell: (item) => <Content item={item} />,
    text: (item) => item.content,
    isFixed: true,
    onCard: "title",
    width: "40%",
  },
  {
    key: "leads",
    title: words.leads,
    cell: (item) => <span title={leadNames(item).join("、")}>{messages.unitsShort(leadNames(item))}</span>,
    text: (item) => leadNames(item).join("、"),
    width: "10em",
  },
  {
    key: "role",
    title: words.role,
    cell: (item) => (item.role === null ? "" : responsibilityRoleNames[item.role]),
    width: "7em",
  },
  {
    key: "due",
    title: words.due,
    cell: (item) => item.dueDate ?? "",
    isOneLine: true,
  },
  ...(isOpen ? [clearColumn] : []),
  {
    key: "assists",
    title: words.assists,
    cell: (item) => item.assists.map(({ name }) => name).join("、"),
    isHiddenAtFirst: true,
  },
  {
    key: "origin",
    title: words.origin,
    cell: (item) => originNames[item.origin],
    isHiddenAtFirst: true,
  },
  { key: "remarks", title: words.remarks, cell: (item) => item.remarks, isHiddenAtFirst: true },
];

const clearColumn: Column<ListItem> = {
  key: "clear",
  title: words.clear,
  cell: (item) => <Findings item={item} />,
  text: (item) => item.findings.map((finding) => finding.words).join("；") || messages.clear,
  width: "10em",
};

function Content({ item }: { readonly item: ListItem }): ReactNode {
  return (
    <>
      <span className="item-words" title={item.content}>
        {item.content || messages.noContent}
      </span>
      <span className="item-note soft">
        {item.isProposed && <Tag color="blue">{messages.toCheck}</Tag>}
        {item.source && (
          <PageLink to={`/directives/${item.source.documentId}?clause=${item.source.clauseId}`}>
            {messages.sourceLine(item.source.line)}
          </PageLink>
        )}{" "}
        {item.remarks}
      </span>
    </>
  );
}

/** What is not clear about an item, in words. */
export function Findings({ item }: { readonly item: ListItem }): ReactNode {
  return (
    <div>
      {isClear(item) && <Lamp colour="green" word={messages.clear} />}
      {item.findings.map((finding) => (
        <span key={finding.code} className={finding.isWarning ? "finding finding-warning" : "finding"}>
          {finding.words}
        </span>
      ))}
    </div>
  );
}
