import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { type Column, DataTable, EmptyNotice, MomentText, notify, Section } from "#platform/ui/index.ts";
import { AuthenticatorSetup } from "../AuthenticatorSetup.tsx";
import { accountMessages as messages, stepMessages } from "../messages.ts";
import { PasskeySetup } from "../PasskeySetup.tsx";
import type { AddedFactor } from "../passkeys.ts";
import { RecoveryCodes } from "../RecoveryCodes.tsx";
import type { Account } from "./AccountPage.tsx";
import { RecoveryCodesSection } from "./RecoveryCodesSection.tsx";
import { RemoveFactor, type ShownFactor } from "./RemoveFactor.tsx";

type Adding = "authenticator" | "passkey" | null;

/** 第二重验证: what there is, what can be added, what can go. */
export function FactorSection(props: {
  readonly account: Account;
  readonly onChanged: () => void;
}): ReactNode {
  const { account } = props;
  const [adding, setAdding] = useState<Adding>(null);
  const [removing, setRemoving] = useState<ShownFactor | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const factors = factorsOf(account);
  const onAdded = (added: AddedFactor): void => {
    setAdding(null);
    setCodes(added.recoveryCodes);
    notify({ text: messages.added });
    props.onChanged();
  };
  if (codes.length > 0) {
    return (
      <Section>
        <RecoveryCodes codes={codes} onKept={() => setCodes([])} />
      </Section>
    );
  }
  return (
    <>
      <Section title={messages.secondFactor} actions={<Additions account={account} onChoose={setAdding} />}>
        <p className="soft">{wordsOf(account)}</p>
        <FactorTable factors={factors} onRemove={setRemoving} />
        {adding && <AddForm account={account} adding={adding} onAdded={onAdded} />}
        {removing && <RemoveFactor factor={removing} factors={factors} onClose={() => setRemoving(null)} />}
      </Section>
      {factors.length > 0 && <RecoveryCodesSection left={account.recoveryCodesLeft} onRenewed={setCodes} />}
    </>
  );
}

const wordsOf = ({ demo, mustHaveFactor }: Account): string => {
  const rule = mustHaveFactor ? messages.required : messages.optional;
  return demo ? `${rule}${messages.demoExempt}` : rule;
};

const factorsOf = ({ passkeys, authenticator }: Account): readonly ShownFactor[] => [
  ...passkeys.map((passkey) => ({ ...passkey, kind: "passkey" }) as const),
  ...(authenticator
    ? [{ ...authenticator, kind: "authenticator", name: messages.kinds.authenticator } as const]
    : []),
];

function Additions(props: {
  readonly account: Account;
  readonly onChoose: (adding: Adding) => void;
}): ReactNode {
  const { authenticator, passkeysPossible } = props.account;
  return (
    <>
      <Button onClick={() => props.onChoose("authenticator")}>
        {authenticator ? messages.replaceAuthenticator : messages.addAuthenticator}
      </Button>
      <Button
        disabled={!passkeysPossible}
        title={passkeysPossible ? undefined : stepMessages.factorSetup.passkeyImpossible}
        onClick={() => props.onChoose("passkey")}
      >
        {messages.addPasskey}
      </Button>
    </>
  );
}

function AddForm(props: {
  readonly account: Account;
  readonly adding: NonNullable<Adding>;
  readonly onAdded: (added: AddedFactor) => void;
}): ReactNode {
  return (
    <div className="account-form">
      {props.adding === "authenticator" ? (
        <AuthenticatorSetup
          asksPassword
          replaces={props.account.authenticator !== null}
          onAdded={props.onAdded}
        />
      ) : (
        <PasskeySetup asksPassword onAdded={props.onAdded} />
      )}
    </div>
  );
}

function FactorTable(props: {
  readonly factors: readonly ShownFactor[];
  readonly onRemove: (factor: ShownFactor) => void;
}): ReactNode {
  const columns: readonly Column<ShownFactor>[] = [
    { key: "name", title: messages.columns.name, cell: ({ name }) => name, onCard: "title" },
    { key: "kind", title: messages.columns.kind, cell: ({ kind }) => messages.kinds[kind] },
    {
      key: "added",
      title: messages.columns.added,
      cell: ({ addedAt }) => <MomentText moment={addedAt} />,
      text: ({ addedAt }) => addedAt,
    },
    {
      key: "used",
      title: messages.columns.used,
      cell: ({ usedAt }) => (usedAt ? <MomentText moment={usedAt} /> : messages.neverUsed),
      text: ({ usedAt }) => usedAt ?? messages.neverUsed,
    },
  ];
  return (
    <DataTable
      name="factors"
      caption={messages.secondFactor}
      isPlain
      rows={props.factors}
      columns={columns}
      rowKey={({ id }) => id}
      rowActions={(factor) => (
        <Button size="small" onClick={() => props.onRemove(factor)}>
          {messages.remove}
        </Button>
      )}
      empty={<EmptyNotice text={messages.noFactor} />}
    />
  );
}
