import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Facts, MomentText, notify, Section } from "#platform/ui/index.ts";
import { useCommand } from "#platform/ui/views.ts";
import { beginLinkRoute, removeLinkRoute } from "../../contract/my-account.ts";
import { accountMessages as messages } from "../messages.ts";
import type { Account } from "./AccountPage.tsx";
import { ConfirmByPassword } from "./ConfirmByPassword.tsx";

/** 统一认证: linked once, by the person himself. */
export function SingleSignOnSection({
  link,
}: {
  readonly link: NonNullable<Account["singleSignOn"]>;
}): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const begin = useCommand(beginLinkRoute);
  const unlink = useCommand(removeLinkRoute);
  const onLink = async (password: string): Promise<void> => {
    const outcome = await begin.run({ body: { password } });
    if (outcome.ok) window.location.assign(outcome.value.address);
  };
  const onUnlink = async (password: string): Promise<void> => {
    const outcome = await unlink.run({ body: { password } });
    if (!outcome.ok) return;
    setIsOpen(false);
    notify({ text: messages.unlinked });
  };
  const isLinked = link.linkedAt !== null;
  const word = isLinked ? messages.unlink : messages.link;
  return (
    <Section title={messages.singleSignOn} actions={<Button onClick={() => setIsOpen(true)}>{word}</Button>}>
      {link.linkedAt ? (
        <Facts items={[[messages.linkedAt, <MomentText key="at" moment={link.linkedAt} />]]} />
      ) : (
        <p>{messages.notLinked(link.name)}</p>
      )}
      {isOpen && (
        <ConfirmByPassword
          title={`${messages.singleSignOn}：${word}`}
          consequence={isLinked ? messages.unlinkConsequence(link.name) : messages.linkConsequence(link.name)}
          confirmWord={word}
          command={isLinked ? unlink : begin}
          onConfirm={isLinked ? onUnlink : onLink}
          onCancel={() => setIsOpen(false)}
        />
      )}
    </Section>
  );
}
