import type { ReactNode } from "react";
import {
  AddressTabs,
  DataTable,
  download,
  EmptyNotice,
  PageLink,
  PageShell,
  SearchForm,
  useFilters,
  usePages,
} from "#platform/ui/index.ts";
import { exportTasksRoute, listTasksRoute } from "../contract.ts";
import { originNames } from "../core/index.ts";
import { messages } from "./messages.ts";
import { taskColumns } from "./task-columns.tsx";

type Box = keyof typeof messages.boxes;

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Where to look when a box is empty. */
const nextPlaces: Readonly<Record<Box, { readonly to: string; readonly words: string }>> = {
  own: { to: "/tasks?box=below", words: messages.toBelow },
  issued: { to: "/lists", words: messages.toLists },
  toJudge: { to: "/tasks?box=issued", words: messages.toIssued },
  below: { to: "/tasks?box=below", words: messages.toAll },
};

/** 事项台账: what is done, for whom and until when; four boxes for four ways to ask. */
export function TasksPage(): ReactNode {
  const [filters] = useFilters(["box", "state", "search", "origin", "unitId", "year"] as const);
  const box = (filters.box ?? "own") as Box;
  const query = { ...filters, box };
  const tasks = usePages(listTasksRoute, { query }, (page) => page.tasks);
  return (
    <PageShell title={messages.title} breadcrumbs={[{ title: messages.group }, { title: messages.title }]}>
      <AddressTabs name="box" items={choicesOf(messages.boxes)} />
      <SearchForm
        fields={[
          { key: "search", label: messages.search, kind: "text", placeholder: messages.searchHint },
          { key: "state", label: messages.state, kind: "choice", options: choicesOf(messages.states) },
          { key: "origin", label: messages.origin, kind: "choice", options: choicesOf(originNames) },
        ]}
      />
      <DataTable
        name="tasks"
        caption={messages.title}
        view={tasks}
        columns={taskColumns}
        rowKey={(row) => row.id}
        linkOf={(row) => `/tasks/${row.id}`}
        exportAs={() => download(exportTasksRoute, { query })}
        empty={
          <EmptyNotice
            text={messages.empty[box]}
            next={<PageLink to={nextPlaces[box].to}>{nextPlaces[box].words}</PageLink>}
          />
        }
      />
    </PageShell>
  );
}
