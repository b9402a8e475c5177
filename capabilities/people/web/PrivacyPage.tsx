import type { ReactNode } from "react";
import { type Column, DataTable, EmptyNotice, PageShell, Section } from "#platform/ui/index.ts";
import { type PersonalData, personalData, personalDataPrinciples } from "../core/index.ts";
import { messages } from "./messages.ts";

const columns: readonly Column<PersonalData>[] = [
  { key: "what", title: messages.privacyColumns.what, cell: ({ what }) => what, onCard: "title" },
  { key: "why", title: messages.privacyColumns.why, cell: ({ why }) => why },
  { key: "rule", title: messages.privacyColumns.rule, cell: ({ rule }) => rule },
  { key: "kept", title: messages.privacyColumns.kept, cell: ({ kept }) => kept },
  { key: "seenBy", title: messages.privacyColumns.seenBy, cell: ({ seenBy }) => seenBy },
];

/** 个人信息说明: what is kept of persons and why, in the words of the impact assessment. */
export function PrivacyPage(): ReactNode {
  return (
    <PageShell title={messages.privacy} summary={messages.privacySummary}>
      <Section title={messages.privacyPrinciples}>
        <ul>
          {personalDataPrinciples.map((principle) => (
            <li key={principle}>{principle}</li>
          ))}
        </ul>
      </Section>
      <Section title={messages.privacyKinds}>
        <DataTable
          name="personal-data"
          caption={messages.privacyKinds}
          isPlain
          rows={personalData}
          columns={columns}
          rowKey={({ what }) => what}
          empty={<EmptyNotice text={messages.privacyKinds} />}
        />
      </Section>
    </PageShell>
  );
}
