import "./audit.css";
import type { ReactNode } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import {
  EmptyNotice,
  Facts,
  PageShell,
  Section,
  usePathParam,
  useView,
  ViewStates,
} from "#platform/ui/index.ts";
import { getAuditRecordRoute } from "../contract.ts";
import { messages } from "./messages.ts";
import { ResultLamp, subjectOf, writeSecond } from "./record-columns.tsx";

type Detail = ResponseOf<typeof getAuditRecordRoute>;

const { detail: words, columns } = messages;

/** One record: who, what, and what stood before and after beside each other. */
export function RecordPage(): ReactNode {
  const recordId = usePathParam("recordId");
  const view = useView(getAuditRecordRoute, { params: { recordId } });
  return (
    <ViewStates view={view}>
      {(data) => (
        <PageShell
          title={data.record.actionTitle}
          breadcrumbs={[
            { title: messages.group, to: "/audit" },
            { title: messages.title, to: "/audit" },
          ]}
        >
          <Facts items={factsOf(data)} />
          <Section title={words.fields}>
            {data.fields.length === 0 ? (
              <EmptyNotice text={words.noFields} />
            ) : (
              <Fields fields={data.fields} />
            )}
          </Section>
        </PageShell>
      )}
    </ViewStates>
  );
}

const factsOf = ({ record, accountId, seal }: Detail): readonly (readonly [string, ReactNode])[] => [
  [columns.at, writeSecond(record.at)],
  [columns.person, record.personName ?? messages.nobody],
  [columns.post, record.postTitle],
  [columns.unit, record.unitName],
  [columns.from, record.remoteAddress],
  [columns.subject, subjectOf(record)],
  [words.subjectKind, record.subjectKind],
  [words.subjectId, record.subjectId],
  [columns.result, <ResultLamp key="result" row={record} />],
  [words.account, accountId],
  [columns.requestId, record.requestId],
  [words.seal, seal ? words.sealedAs(seal.sequence, writeSecond(seal.sealedAt)) : words.notSealed],
  ...(seal ? ([[words.digest, <code key="digest">{seal.digest}</code>]] as const) : []),
];

function Fields({ fields }: { readonly fields: Detail["fields"] }): ReactNode {
  return (
    <table className="field-table">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, before, after }) => (
          <tr key={field} className={before !== null && before !== after ? "field-changed" : undefined}>
            <th scope="row">{field === "" ? words.wholeValue : field}</th>
            <td>{before ?? "—"}</td>
            <td>{after ?? "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
