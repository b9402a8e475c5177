import { Modal, Radio } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmReason, Field, useCommand } from "#platform/ui/index.ts";
import { revealContactRoute } from "../contract.ts";
import { type ContactField, contactFieldNames, contactFields } from "../core/index.ts";
import type { ContactActProps } from "./contact-views.ts";
import { messages } from "./messages.ts";

/** One plain value, after its purpose was written; gone when the dialog is closed. */
export function RevealDialog(props: ContactActProps & { readonly onClose: () => void }): ReactNode {
  const { contact, personId, onClose } = props;
  const known = contactFields.filter((each) => contact[each] !== null);
  const [field, setField] = useState<ContactField>(known.includes("phone") ? "phone" : "idNumber");
  const [value, setValue] = useState<string | null>(null);
  const command = useCommand(revealContactRoute);
  const reveal = async (purpose: string): Promise<void> => {
    const outcome = await command.run({ params: { personId }, body: { field, purpose } });
    if (outcome.ok) setValue(outcome.value.value);
  };
  if (value !== null) {
    return (
      <Modal
        open
        title={messages.revealed(contact.personName, contactFieldNames[field])}
        okText={messages.close}
        cancelButtonProps={{ hidden: true }}
        onOk={onClose}
        onCancel={onClose}
      >
        <p>
          <strong>{value}</strong>
        </p>
      </Modal>
    );
  }
  return (
    <ConfirmReason
      isOpen
      title={messages.revealTitle(contact.personName)}
      consequence={messages.revealConsequence}
      confirmWord={messages.reveal}
      reasonLabel={messages.purpose}
      missingWords={messages.purposeMissing}
      placeholder={messages.purposeExample}
      maxLength={200}
      isRunning={command.isRunning}
      problem={command.problem}
      onCancel={onClose}
      onConfirm={(purpose) => void reveal(purpose)}
    >
      <Field label={messages.whichField} isRequired>
        <Radio.Group
          value={field}
          onChange={(event) => setField(event.target.value as ContactField)}
          options={known.map((each) => ({ value: each, label: contactFieldNames[each] }))}
        />
      </Field>
    </ConfirmReason>
  );
}
