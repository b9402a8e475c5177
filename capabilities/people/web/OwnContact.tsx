import type { ReactNode } from "react";
import { Facts, PageLink, Section, useView, ViewStates } from "#platform/ui/index.ts";
import { getContactRoute } from "../contract.ts";
import { ContactActs } from "./ContactActs.tsx";
import { wordsOfField } from "./contact-views.ts";
import { messages } from "./messages.ts";

/** 我的联系方式: one's own data, to see, put right and delete. */
export function OwnContact(): ReactNode {
  const view = useView(getContactRoute, { params: { personId: "me" } });
  return (
    <Section title={messages.ownContact} actions={<PageLink to="/privacy">{messages.privacy}</PageLink>}>
      <p className="soft">{messages.contactHint}</p>
      <ViewStates view={view}>
        {(contact) => (
          <>
            <Facts
              items={[
                [messages.contactColumns.phone, wordsOfField(contact, "phone")],
                [messages.contactColumns.idNumber, wordsOfField(contact, "idNumber")],
              ]}
            />
            <ContactActs contact={contact} personId="me" mayEdit />
          </>
        )}
      </ViewStates>
    </Section>
  );
}
