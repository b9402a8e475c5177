import { type ReactNode } from "react";
import {
  type Column,
  DataTable,
  EmptyNotice,
  MomentText,
  PageLink,
  Section,
  useView,
} from "#platform/ui/index.ts";
import { listUnitContactsRoute, listUnitPostsRoute } from "../contract.ts";
import { ContactActs } from "./ContactActs.tsx";
import { type Contact, wordsOfField } from "./contact-views.ts";
import { messages } from "./messages.ts";

type Row = Contact & { readonly hasLeft: boolean };

const columns: readonly Column<Row>[] = [
  {
    key: "name",
    title: messages.contactColumns.name,
    cell: ({ personName, hasLeft }) => (hasLeft ? messages.hasLeft(personName) : personName),
    onCard: "title",
  },
  {
    key: "phone",
    title: messages.contactColumns.phone,
    cell: (row) => wordsOfField(row, "phone"),
    isOneLine: true,
  },
  {
    key: "idNumber",
    title: messages.contactColumns.idNumber,
    cell: (row) => wordsOfField(row, "idNumber"),
    isOneLine: true,
  },
  {
    key: "entered",
    title: messages.contactColumns.entered,
    cell: ({ enteredAt, enteredByName }) =>
      enteredAt && (
        <>
          {enteredByName} <MomentText moment={enteredAt} />
        </>
      ),
    text: ({ enteredAt }) => enteredAt,
  },
];

/** How those who hold a post here are reached; only for whoever keeps their data. */
export function UnitContacts({ unitId }: { readonly unitId: string }): ReactNode {
  const posts = useView(listUnitPostsRoute, { params: { unitId } });
  if (posts.status !== "ready" || !posts.data.mayKeepContacts) return null;
  return <ContactsSection unitId={unitId} />;
}

function ContactsSection({ unitId }: { readonly unitId: string }): ReactNode {
  const view = useView(listUnitContactsRoute, { params: { unitId } });
  return (
    <Section title={messages.contacts} actions={<PageLink to="/privacy">{messages.privacy}</PageLink>}>
      <p className="soft">{messages.contactHint}</p>
      <DataTable
        name="unit-contacts"
        caption={messages.contacts}
        isPlain
        rows={view.status === "ready" ? view.data.contacts : undefined}
        view={view.status === "ready" ? undefined : view}
        columns={columns}
        rowKey={(row) => row.personId}
        rowActions={(row) => <ContactActs contact={row} personId={row.personId} mayEdit={!row.hasLeft} />}
        empty={<EmptyNotice text={messages.noContacts} />}
      />
    </Section>
  );
}
