import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmReason, DayInput, Field, fieldErrorsOf } from "#platform/ui/index.ts";
import { useMe } from "../me.ts";
import type { AccountRow } from "./account-views.ts";
import { messages } from "./messages.ts";
import { useAsking } from "./use-asking.ts";

/** The number at the end of a list's address, as it is copied from the browser. */
const idIn = (address: string): string => /[0-9a-f-]{36}/i.exec(address)?.[0] ?? address.trim();

/** 指名授权: one person reads one list for a stated time (出席指导). */
export function GrantDialog(props: { readonly account: AccountRow; readonly onDone: () => void }): ReactNode {
  const { account, onDone } = props;
  const { today } = useMe();
  const [address, setAddress] = useState("");
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState("");
  const { ask, isRunning, problem } = useAsking(onDone);
  const errors = fieldErrorsOf(problem);
  const payload = { kind: "grantByName" as const, personId: account.personId, subjectKind: "list" as const };
  return (
    <ConfirmReason
      isOpen
      title={`${messages.grant}：${account.personName}`}
      consequence={messages.grantConsequence}
      confirmWord={messages.grant}
      reasonLabel={messages.reason}
      isRunning={isRunning}
      problem={problem}
      onCancel={onDone}
      onConfirm={(reason) => void ask({ ...payload, subjectId: idIn(address), from, to }, reason)}
    >
      <Field
        label={messages.listAddress}
        isRequired
        hint={messages.listAddressHint}
        error={errors["payload.subjectId"]}
      >
        <Input maxLength={200} value={address} onChange={(event) => setAddress(event.target.value)} />
      </Field>
      <Field label={messages.start} isRequired error={errors["payload.from"]}>
        <DayInput value={from} onChange={setFrom} />
      </Field>
      <Field label={messages.end} isRequired error={errors["payload.to"]}>
        <DayInput value={to} onChange={setTo} />
      </Field>
    </ConfirmReason>
  );
}
