import { Checkbox, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { BodyOf } from "#platform/http/contract.ts";
import { ConfirmAct, Field, notify, useCommand } from "#platform/ui/index.ts";
import { setContactRoute } from "../contract.ts";
import {
  type ContactField,
  contactFieldNames,
  contactFields,
  findProblemOfContact,
  tidyContact,
} from "../core/index.ts";
import type { ContactActProps } from "./contact-views.ts";
import { messages } from "./messages.ts";

interface Typed {
  readonly text: string;
  readonly isTakenAway: boolean;
}

const untouched: Typed = { text: "", isTakenAway: false };

const problemOf = (field: ContactField, { text, isTakenAway }: Typed): string | undefined => {
  const tidy = tidyContact(text);
  const isWrong = !isTakenAway && tidy !== "" && findProblemOfContact(field, tidy) !== null;
  return isWrong ? messages.invalid[field] : undefined;
};

/** Only what was typed is sent: the page does not know the plain values that stand. */
function bodyOf(typed: Readonly<Record<ContactField, Typed>>): BodyOf<typeof setContactRoute> {
  const body: { idNumber?: string | null; phone?: string | null } = {};
  for (const field of contactFields) {
    const { text, isTakenAway } = typed[field];
    if (isTakenAway) body[field] = null;
    else if (tidyContact(text) !== "") body[field] = text;
  }
  return body;
}

export function ContactDialog(props: ContactActProps & { readonly onClose: () => void }): ReactNode {
  const { contact, personId, onClose } = props;
  const [typed, setTyped] = useState({ idNumber: untouched, phone: untouched });
  const command = useCommand(setContactRoute);
  const isWrong = contactFields.some((field) => problemOf(field, typed[field]) !== undefined);
  const save = async (): Promise<void> => {
    if (isWrong) return;
    const outcome = await command.run({ params: { personId }, body: bodyOf(typed) });
    if (!outcome.ok) return;
    notify({ text: outcome.value.done ? messages.saved : messages.nothingChanged });
    onClose();
  };
  return (
    <ConfirmAct
      isOpen
      title={messages.editTitle(contact.personName)}
      consequence={messages.editHint}
      confirmWord={messages.edit}
      isRunning={command.isRunning}
      problem={command.problem}
      onCancel={onClose}
      onConfirm={() => void save()}
    >
      {contactFields.toReversed().map((field) => (
        <ContactInput
          key={field}
          field={field}
          present={contact[field]}
          typed={typed[field]}
          onChange={(next) => setTyped({ ...typed, [field]: next })}
        />
      ))}
    </ConfirmAct>
  );
}

function ContactInput(props: {
  readonly field: ContactField;
  readonly present: string | null;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}): ReactNode {
  const { field, present, typed } = props;
  return (
    <>
      <Field
        label={contactFieldNames[field]}
        hint={present === null ? undefined : messages.presentValue(present)}
        error={problemOf(field, typed)}
      >
        <Input
          maxLength={40}
          autoComplete="off"
          inputMode={field === "phone" ? "tel" : "text"}
          disabled={typed.isTakenAway}
          value={typed.text}
          onChange={(event) => props.onChange({ ...typed, text: event.target.value })}
        />
      </Field>
      {present !== null && (
        <Checkbox
          checked={typed.isTakenAway}
          onChange={(event) => props.onChange({ ...typed, isTakenAway: event.target.checked })}
        >
          {messages.takeAway(contactFieldNames[field])}
        </Checkbox>
      )}
    </>
  );
}
