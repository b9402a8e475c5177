import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  type Column,
  ConfirmAct,
  DataTable,
  EmptyNotice,
  MomentText,
  notify,
  Section,
} from "#platform/ui/index.ts";
import { useCommand } from "#platform/ui/views.ts";
import { endOtherSessionsRoute, endSessionRoute } from "../../contract/my-account.ts";
import { accountMessages as messages } from "../messages.ts";
import type { Account } from "./AccountPage.tsx";

type Shown = Account["sessions"][number];

const columns: readonly Column<Shown>[] = [
  {
    key: "device",
    title: messages.sessionColumns.device,
    cell: ({ device, isThis }) => (isThis ? `${device}（${messages.thisOne}）` : device),
    onCard: "title",
  },
  { key: "address", title: messages.sessionColumns.address, cell: ({ remoteAddress }) => remoteAddress },
  {
    key: "started",
    title: messages.sessionColumns.started,
    cell: ({ startedAt }) => <MomentText moment={startedAt} />,
    text: ({ startedAt }) => startedAt,
  },
  {
    key: "used",
    title: messages.sessionColumns.used,
    cell: ({ usedAt }) => <MomentText moment={usedAt} />,
    text: ({ usedAt }) => usedAt,
  },
  { key: "method", title: messages.sessionColumns.method, cell: ({ method }) => messages.methods[method] },
];

/** Where one is signed in now, and where one was lately. */
export function SessionSections({ account }: { readonly account: Account }): ReactNode {
  const { sessions, signIns } = account;
  const [ending, setEnding] = useState<Shown | "others" | null>(null);
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <>
      <Section
        title={messages.sessions}
        actions={
          others.length > 0 && <Button onClick={() => setEnding("others")}>{messages.endOthers}</Button>
        }
      >
        <DataTable
          name="sessions"
          caption={messages.sessions}
          isPlain
          rows={sessions}
          columns={columns}
          rowKey={({ id }) => id}
          rowActions={(session) =>
            !session.isThis && (
              <Button size="small" onClick={() => setEnding(session)}>
                {messages.end}
              </Button>
            )
          }
          empty={<EmptyNotice text={messages.sessions} />}
        />
      </Section>
      <Section title={messages.signIns}>
        <DataTable
          name="sign-ins"
          caption={messages.signIns}
          isPlain
          rows={signIns}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyNotice text={messages.signIns} />}
        />
      </Section>
      {ending && <Ending ending={ending} others={others.length} onClose={() => setEnding(null)} />}
    </>
  );
}

function Ending(props: {
  readonly ending: Shown | "others";
  readonly others: number;
  readonly onClose: () => void;
}): ReactNode {
  const { ending } = props;
  const endOne = useCommand(endSessionRoute);
  const endOthers = useCommand(endOtherSessionsRoute);
  const isOthers = ending === "others";
  const onConfirm = async (): Promise<void> => {
    const outcome = isOthers ? await endOthers.run() : await endOne.run({ params: { sessionId: ending.id } });
    if (!outcome.ok) return;
    notify({ text: messages.ended });
    props.onClose();
  };
  const { isRunning, problem } = isOthers ? endOthers : endOne;
  return (
    <ConfirmAct
      isOpen
      title={isOthers ? messages.endOthers : messages.endTitle}
      consequence={
        isOthers
          ? messages.endOthersConsequence(props.others)
          : messages.endConsequence(ending.device, ending.remoteAddress)
      }
      confirmWord={messages.end}
      isRunning={isRunning}
      problem={problem}
      onConfirm={() => void onConfirm()}
      onCancel={props.onClose}
    />
  );
}
