import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import {
  EmptyNotice,
  Facts,
  MomentText,
  notify,
  PageShell,
  Section,
  useView,
  ViewStates,
} from "#platform/ui/index.ts";
import { OwnContact } from "#rooms/people/web/index.ts";
import { getAccountRoute } from "../../contract/my-account.ts";
import { accountMessages as messages, stepMessages } from "../messages.ts";
import { PasswordChange } from "../PasswordChange.tsx";
import { FactorSection } from "./FactorSection.tsx";
import { SessionSections } from "./SessionSections.tsx";
import { SingleSignOnSection } from "./SingleSignOnSection.tsx";

export type Account = ResponseOf<typeof getAccountRoute>;

/** 我的账号: how I sign in, and where I am signed in. */
export function AccountPage(): ReactNode {
  const view = useView(getAccountRoute);
  const refresh = view.status === "ready" ? view.refresh : () => {};
  return (
    <PageShell title={messages.title}>
      <ViewStates view={view}>
        {(account) => (
          <>
            <PasswordSection account={account} onChanged={refresh} />
            <FactorSection account={account} onChanged={refresh} />
            {account.singleSignOn && <SingleSignOnSection link={account.singleSignOn} />}
            <OwnContact />
            <SessionSections account={account} />
          </>
        )}
      </ViewStates>
    </PageShell>
  );
}

function PasswordSection(props: { readonly account: Account; readonly onChanged: () => void }): ReactNode {
  const { account } = props;
  const [isOpen, setIsOpen] = useState(false);
  const onChanged = (): void => {
    setIsOpen(false);
    notify({ text: stepMessages.passwordChange.done });
    props.onChanged();
  };
  const setAt = account.passwordSetAt;
  return (
    <Section
      title={stepMessages.password}
      actions={
        !account.demo && (
          <Button onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? messages.close : messages.changePassword}
          </Button>
        )
      }
    >
      <Facts
        items={[
          [messages.loginName, account.loginName],
          [messages.passwordSetAt, setAt ? <MomentText key="at" moment={setAt} /> : messages.neverChanged],
        ]}
      />
      {account.demo && <EmptyNotice text={messages.demoPassword} />}
      {isOpen && (
        <div className="account-form">
          <p className="soft">{stepMessages.passwordChange.elsewhere}</p>
          <PasswordChange asksCurrent onChanged={onChanged} />
        </div>
      )}
    </Section>
  );
}
