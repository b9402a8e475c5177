import "./administration.css";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  Facts,
  Lamp,
  PageShell,
  Section,
  usePathParam,
  useView,
  ViewStates,
  writeDay,
  writeMoment,
} from "#platform/ui/index.ts";
import { getAdministeredAccountRoute } from "../../contract/administration.ts";
import { type AccountAct, AccountDialog } from "./AccountDialog.tsx";
import type { AccountDetail } from "./account-views.ts";
import { EndDialog, type Ending } from "./EndDialog.tsx";
import { messages } from "./messages.ts";

/** One account: what its person holds, what he may read by name, and what this administrator may do about it. */
export function AdministeredAccountPage(): ReactNode {
  const accountId = usePathParam("accountId");
  const view = useView(getAdministeredAccountRoute, { params: { accountId } });
  return (
    <ViewStates view={view}>
      {(detail) => (
        <PageShell
          title={detail.account.personName}
          breadcrumbs={[{ title: messages.accounts, to: "/accounts" }]}
          actions={<AccountActs detail={detail} />}
        >
          <AccountFacts detail={detail} />
          <HeldPosts detail={detail} />
          <NamedGrants detail={detail} />
        </PageShell>
      )}
    </ViewStates>
  );
}

function AccountActs({ detail }: { readonly detail: AccountDetail }): ReactNode {
  const [chosen, setChosen] = useState<AccountAct | null>(null);
  const offered: readonly (readonly [AccountAct, boolean])[] = [
    ["appoint", detail.mayGrant],
    ["grant", detail.mayGrant],
    ["reset", detail.mayReset],
    ["suspend", detail.maySuspend],
    ["resume", detail.mayResume],
  ];
  return (
    <>
      {offered
        .filter(([, isOffered]) => isOffered)
        .map(([act]) => (
          <Button key={act} danger={act === "suspend"} onClick={() => setChosen(act)}>
            {messages[act]}
          </Button>
        ))}
      {chosen && (
        <AccountDialog key={chosen} act={chosen} account={detail.account} onDone={() => setChosen(null)} />
      )}
    </>
  );
}

function AccountFacts({ detail: { account } }: { readonly detail: AccountDetail }): ReactNode {
  const word = account.isSuspended ? messages.states.suspended : messages.inUse;
  return (
    <Section>
      <Facts
        items={[
          [messages.columns.login, account.loginName],
          [
            messages.columns.state,
            <Lamp key="state" colour={account.isSuspended ? "red" : "green"} word={word} />,
          ],
          [messages.columns.lastSignIn, writeMoment(account.lastSignInAt) || messages.never],
        ]}
      />
    </Section>
  );
}

function HeldPosts({ detail }: { readonly detail: AccountDetail }): ReactNode {
  const [ending, setEnding] = useState<Ending | null>(null);
  const { posts } = detail.account;
  return (
    <Section title={messages.columns.posts}>
      {posts.length === 0 && <p>{messages.noPosts}</p>}
      <ul className="plain-list">
        {posts.map((post) => (
          <li key={post.holdingId}>
            {messages.postLine(post)} <span className="soft">{messages.from(writeDay(post.from))}</span>{" "}
            {post.to !== null && <span className="soft">{messages.until(writeDay(post.to))}</span>}
            {detail.mayGrant && (
              <Button
                type="link"
                size="small"
                onClick={() =>
                  setEnding({ kind: "holding", id: post.holdingId, words: messages.postLine(post) })
                }
              >
                {messages.endHolding}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ending && <EndDialog ending={ending} onDone={() => setEnding(null)} />}
    </Section>
  );
}

function NamedGrants({ detail }: { readonly detail: AccountDetail }): ReactNode {
  const [ending, setEnding] = useState<Ending | null>(null);
  return (
    <Section title={messages.grants}>
      {detail.grants.length === 0 && <p>{messages.noGrants}</p>}
      <ul className="plain-list">
        {detail.grants.map((grant) => (
          <li key={grant.id}>
            {messages.grantLine(grant.subjectName)}{" "}
            <span className="soft">
              {messages.from(writeDay(grant.from))}
              {messages.until(writeDay(grant.to))}　{grant.reason}
            </span>
            {detail.mayGrant && (
              <Button
                type="link"
                size="small"
                onClick={() =>
                  setEnding({ kind: "grant", id: grant.id, words: messages.grantLine(grant.subjectName) })
                }
              >
                {messages.endGrant}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ending && <EndDialog ending={ending} onDone={() => setEnding(null)} />}
    </Section>
  );
}
