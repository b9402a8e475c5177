import { Button, Space } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmReason, notify, useCommand } from "#platform/ui/index.ts";
import { deleteContactRoute } from "../contract.ts";
import { contactFields } from "../core/index.ts";
import { ContactDialog } from "./ContactDialog.tsx";
import type { ContactActProps } from "./contact-views.ts";
import { messages } from "./messages.ts";
import { RevealDialog } from "./RevealDialog.tsx";

/** 查看、修改、删除 of one person's contact data. */
export function ContactActs(props: ContactActProps & { readonly mayEdit: boolean }): ReactNode {
  const { contact } = props;
  const [open, setOpen] = useState<"reveal" | "edit" | "remove" | null>(null);
  const close = (): void => setOpen(null);
  const hasAny = contactFields.some((field) => contact[field] !== null);
  return (
    <>
      <Space wrap>
        {hasAny && (
          <Button size="small" onClick={() => setOpen("reveal")}>
            {messages.reveal}
          </Button>
        )}
        {props.mayEdit && contact.isReadable && (
          <Button size="small" onClick={() => setOpen("edit")}>
            {messages.edit}
          </Button>
        )}
        {contact.enteredAt !== null && (
          <Button size="small" danger onClick={() => setOpen("remove")}>
            {messages.remove}
          </Button>
        )}
      </Space>
      {open === "reveal" && <RevealDialog {...props} onClose={close} />}
      {open === "edit" && <ContactDialog {...props} onClose={close} />}
      {open === "remove" && <RemoveDialog {...props} onClose={close} />}
    </>
  );
}

function RemoveDialog(props: ContactActProps & { readonly onClose: () => void }): ReactNode {
  const { contact, personId, onClose } = props;
  const command = useCommand(deleteContactRoute);
  const remove = async (reason: string): Promise<void> => {
    const outcome = await command.run({ params: { personId }, body: { reason } });
    if (!outcome.ok) return;
    notify({ text: messages.removed });
    onClose();
  };
  return (
    <ConfirmReason
      isOpen
      title={messages.removeTitle(contact.personName)}
      consequence={messages.removeConsequence}
      confirmWord={messages.remove}
      isDangerous
      reasonLabel={messages.reason}
      maxLength={200}
      isRunning={command.isRunning}
      problem={command.problem}
      onCancel={onClose}
      onConfirm={(reason) => void remove(reason)}
    />
  );
}
