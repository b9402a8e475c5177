import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmAct, ConfirmReason, Field, notify, useCommand } from "#platform/ui/index.ts";
import {
  checkBulletinRoute,
  sendBackBulletinRoute,
  signBulletinRoute,
  withdrawBulletinRoute,
} from "../contract.ts";
import { actNames } from "../core/index.ts";
import type { BulletinDetail } from "./bulletin-detail.ts";
import { consequences, messages } from "./messages.ts";

const pageActs = ["check", "sign", "sendBack", "withdraw"] as const;
type PageAct = (typeof pageActs)[number];

/** The buttons of what this person may do now, each with a confirmation that says what follows. */
export function BulletinActs({ detail }: { detail: BulletinDetail }): ReactNode {
  const [chosen, setChosen] = useState<PageAct | null>(null);
  const close = () => setChosen(null);
  return (
    <>
      {pageActs
        .filter((act) => detail.allowedActs.includes(act))
        .map((act) => (
          <Button
            key={act}
            type={act === "check" || act === "sign" ? "primary" : "default"}
            danger={act === "withdraw"}
            onClick={() => setChosen(act)}
          >
            {actNames[act]}
          </Button>
        ))}
      {chosen === "check" && <CheckDialog detail={detail} onDone={close} />}
      {chosen === "sign" && <SignDialog detail={detail} onDone={close} />}
      {(chosen === "sendBack" || chosen === "withdraw") && (
        <ReasonDialog key={chosen} act={chosen} detail={detail} onDone={close} />
      )}
    </>
  );
}

interface DialogProps {
  readonly detail: BulletinDetail;
  readonly onDone: () => void;
}

const paramsOf = ({ bulletin }: BulletinDetail) => ({ bulletinId: bulletin.id });

function CheckDialog({ detail, onDone }: DialogProps): ReactNode {
  const command = useCommand(checkBulletinRoute);
  const [note, setNote] = useState("");
  const check = async () => {
    const body = { version: detail.version, ...(note.trim() && { note: note.trim() }) };
    const outcome = await command.run({ params: paramsOf(detail), body });
    if (!outcome.ok) return;
    notify({ text: messages.done(actNames.check) });
    onDone();
  };
  return (
    <ConfirmAct
      isOpen
      title={actNames.check}
      consequence={consequences.check(detail.bulletin.circle)}
      confirmWord={actNames.check}
      isRunning={command.isRunning}
      problem={command.problem}
      onConfirm={() => void check()}
      onCancel={onDone}
    >
      <Field label={messages.checkNote}>
        <Input.TextArea
          rows={3}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </ConfirmAct>
  );
}

function SignDialog({ detail, onDone }: DialogProps): ReactNode {
  const command = useCommand(signBulletinRoute);
  const sign = async () => {
    const outcome = await command.run({ params: paramsOf(detail), body: { version: detail.version } });
    if (!outcome.ok) return;
    notify({ text: messages.signed(outcome.value.documentNumber) });
    onDone();
  };
  return (
    <ConfirmAct
      isOpen
      title={actNames.sign}
      consequence={consequences.sign(detail.bulletin.circle)}
      confirmWord={actNames.sign}
      isRunning={command.isRunning}
      problem={command.problem}
      onConfirm={() => void sign()}
      onCancel={onDone}
    />
  );
}

function ReasonDialog({
  detail,
  act,
  onDone,
}: DialogProps & { readonly act: "sendBack" | "withdraw" }): ReactNode {
  const command = useCommand(act === "sendBack" ? sendBackBulletinRoute : withdrawBulletinRoute);
  const send = async (reason: string) => {
    const outcome = await command.run({
      params: paramsOf(detail),
      body: { version: detail.version, reason },
    });
    if (!outcome.ok) return;
    notify({ text: messages.done(actNames[act]) });
    onDone();
  };
  return (
    <ConfirmReason
      isOpen
      title={actNames[act]}
      consequence={consequences[act](detail.bulletin.circle)}
      confirmWord={actNames[act]}
      isDangerous={act === "withdraw"}
      reasonLabel={messages.reason}
      isRunning={command.isRunning}
      problem={command.problem}
      onConfirm={(reason) => void send(reason)}
      onCancel={onDone}
    />
  );
}
