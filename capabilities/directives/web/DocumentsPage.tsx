import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { Static } from "typebox";
import {
  type Column,
  DataTable,
  EmptyNotice,
  Field,
  FilePicker,
  fieldErrorsOf,
  MomentText,
  NumberCell,
  notify,
  PageLink,
  PageShell,
  ProblemNotice,
  SearchForm,
  Section,
  useCommand,
  useFilters,
  useGo,
  usePages,
  writeMoment,
} from "#platform/ui/index.ts";
import {
  type documentSummary,
  listDocumentsRoute,
  maxDocumentBytes,
  uploadDocumentRoute,
} from "../contract.ts";
import "./directives.css";
import { messages } from "./messages.ts";

type Row = Static<typeof documentSummary>;

const columns: readonly Column<Row>[] = [
  {
    key: "title",
    title: messages.columns.title,
    cell: (row) => <PageLink to={`/directives/${row.id}`}>{row.title}</PageLink>,
    text: (row) => row.title,
    isFixed: true,
    onCard: "title",
  },
  { key: "number", title: messages.columns.number, cell: (row) => row.documentNumber ?? "" },
  { key: "year", title: messages.columns.year, cell: (row) => row.year, align: "right" },
  {
    key: "requirements",
    title: messages.columns.requirements,
    cell: (row) => row.coverage.requirements,
    align: "right",
    total: (rows) => rows.reduce((sum, row) => sum + row.coverage.requirements, 0),
  },
  {
    key: "unassigned",
    title: messages.columns.unassigned,
    cell: (row) => (
      <NumberCell
        value={row.coverage.unassigned}
        to={`/directives/${row.id}?only=unassigned`}
        label={messages.columns.unassigned}
      />
    ),
    text: (row) => row.coverage.unassigned,
    align: "right",
    total: (rows) => rows.reduce((sum, row) => sum + row.coverage.unassigned, 0),
  },
  { key: "unit", title: messages.columns.unit, cell: (row) => row.unitName, isHiddenAtFirst: true },
  {
    key: "entered",
    title: messages.columns.entered,
    cell: (row) => <MomentText moment={row.enteredAt} />,
    text: (row) => writeMoment(row.enteredAt),
  },
  { key: "by", title: messages.columns.by, cell: (row) => row.enteredByName },
];

/** 上级文件: what came down to this unit, and how much of it has been given to somebody. */
export function DocumentsPage(): ReactNode {
  const [filters] = useFilters(["search", "year"] as const);
  const documents = usePages(listDocumentsRoute, { query: filters }, (page) => page.documents);
  return (
    <PageShell title={messages.title} breadcrumbs={[{ title: messages.group }, { title: messages.title }]}>
      <UploadForm />
      <SearchForm
        fields={[
          { key: "search", label: messages.search, kind: "text" },
          { key: "year", label: messages.year, kind: "text" },
        ]}
      />
      <DataTable
        name="documents"
        caption={messages.title}
        view={documents}
        columns={columns}
        rowKey={(row) => row.id}
        linkOf={(row) => `/directives/${row.id}`}
        empty={<EmptyNotice text={messages.none} />}
      />
    </PageShell>
  );
}

function UploadForm(): ReactNode {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [year, setYear] = useState("");
  const command = useCommand(uploadDocumentRoute);
  const go = useGo();
  const errors = fieldErrorsOf(command.problem);
  const existing = command.problem?.["documentId"];
  const upload = async (): Promise<void> => {
    const outcome = await command.run({
      body: { ...(year.trim() !== "" && { year: Number(year) }) },
      files: [...files],
    });
    if (!outcome.ok) return;
    notify({ text: messages.uploaded(outcome.value.clauses, outcome.value.requirements) });
    go(`/directives/${outcome.value.documentId}`);
  };
  return (
    <div className="no-print">
      <Section title={messages.upload}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void upload();
          }}
        >
          <div className="upload-row">
            <Field label={messages.file} isRequired hint={messages.fileHint}>
              <FilePicker files={files} onChange={setFiles} maxFiles={1} maxBytes={maxDocumentBytes} />
            </Field>
            <Field label={messages.year} hint={messages.yearHint} error={errors["year"]}>
              <Input
                value={year}
                onChange={(event) => setYear(event.target.value.replace(/[^0-9]/g, ""))}
                inputMode="numeric"
                maxLength={4}
              />
            </Field>
          </div>
          {command.problem && <ProblemNotice problem={command.problem} onClose={command.clear} />}
          {typeof existing === "string" && (
            <PageLink to={`/directives/${existing}`}>{messages.openExisting}</PageLink>
          )}
          <div>
            <Button
              type="primary"
              htmlType="submit"
              disabled={files.length === 0}
              loading={command.isRunning}
            >
              {messages.uploadAct}
            </Button>
          </div>
        </form>
      </Section>
    </div>
  );
}
