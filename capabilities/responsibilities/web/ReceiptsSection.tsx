import type { ReactNode } from "react";
import type { Static } from "typebox";
import {
  AddressTabs,
  type Column,
  DataTable,
  EmptyNotice,
  Lamp,
  PageLink,
  Section,
  useFilters,
  useView,
  ViewStates,
  writeMoment,
} from "#platform/ui/index.ts";
import { wordOf } from "#rooms/tasks/web/index.ts";
import { listReceiptsRoute, type receipt } from "../contract/lists.ts";
import { messages } from "./messages.ts";

type Receipt = Static<typeof receipt>;
const words = messages.receiptColumns;

const columns: readonly Column<Receipt>[] = [
  {
    key: "ordinal",
    title: words.ordinal,
    cell: (row) => row.ordinal,
    align: "right",
    width: "4em",
    sortBy: (row) => row.ordinal,
  },
  {
    key: "unit",
    title: words.unit,
    cell: (row) => row.unitName,
    isFixed: true,
    width: "9em",
    sortBy: (row) => row.unitName,
  },
  {
    key: "item",
    title: words.item,
    cell: (row) => <PageLink to={`/tasks/${row.taskId}`}>{row.itemTitle}</PageLink>,
    text: (row) => row.itemTitle,
    isFixed: true,
    onCard: "title",
  },
  { key: "owner", title: words.owner, cell: (row) => `${row.ownerName}（${row.ownerPost}）` },
  { key: "opened", title: words.opened, cell: (row) => writeMoment(row.openedAt) || messages.notYet },
  {
    key: "acknowledged",
    title: words.acknowledged,
    cell: (row) => writeMoment(row.acknowledgedAt) || messages.notYet,
  },
  {
    key: "status",
    title: words.status,
    cell: (row) => <Lamp colour={row.lamp} word={wordOf(row)} />,
    text: wordOf,
  },
  {
    key: "due",
    title: words.due,
    cell: (row) => row.dueDate,
    sortBy: (row) => row.dueDate,
    isOneLine: true,
  },
];

type Tab = keyof typeof messages.receiptTabs;

const isShown: Readonly<Record<Tab, (row: Receipt) => boolean>> = {
  all: () => true,
  unopened: (row) => row.openedAt === null && row.status === "assigned",
  unacknowledged: (row) => row.status === "assigned",
};

/** 签收情况: who has not opened what was given to him, and how far the rest have come. */
export function ReceiptsSection({ listId }: { readonly listId: string }): ReactNode {
  const [filters] = useFilters(["receipt"] as const);
  const view = useView(listReceiptsRoute, { params: { listId } });
  const tab = (filters.receipt ?? "all") as Tab;
  return (
    <Section title={messages.receipts}>
      <ViewStates view={view}>
        {({ receipts, unopened }) => (
          <>
            <p>
              {unopened.length === 0
                ? messages.allOpened
                : messages.unopened(
                    unopened.map((unit) => messages.unopenedUnit(unit.unitName, unit.tasks)).join("、"),
                  )}
            </p>
            <AddressTabs
              name="receipt"
              items={(Object.keys(messages.receiptTabs) as Tab[]).map((value) => ({
                value,
                label: messages.receiptTabs[value],
                count: receipts.filter(isShown[value]).length,
              }))}
            />
            <DataTable
              name="list-receipts"
              caption={messages.receipts}
              rows={receipts.filter(isShown[tab] ?? isShown.all)}
              columns={columns}
              rowKey={(row) => row.taskId}
              linkOf={(row) => `/tasks/${row.taskId}`}
              rowTone={(row) => (row.lamp === "red" ? "red" : undefined)}
              empty={<EmptyNotice text={messages.noReceipts} />}
            />
          </>
        )}
      </ViewStates>
    </Section>
  );
}
