import type { ResponseOf } from "#platform/http/contract.ts";
import type { getContactRoute } from "../contract.ts";
import type { ContactField } from "../core/index.ts";
import { messages } from "./messages.ts";

export type Contact = ResponseOf<typeof getContactRoute>;

/** Masked, or in words why there is nothing. */
export const wordsOfField = (contact: Contact, field: ContactField): string =>
  contact.isReadable ? (contact[field] ?? messages.notEntered) : messages.unreadable;

export interface ContactActProps {
  readonly contact: Contact;
  /** As the address names him: an id, or "me". */
  readonly personId: string;
}
