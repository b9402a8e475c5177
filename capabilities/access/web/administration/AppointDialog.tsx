import { Checkbox } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmReason, DayInput, Field, useView } from "#platform/ui/index.ts";
import { findPostsRoute } from "../../contract/administration.ts";
import { useMe } from "../me.ts";
import type { AccountRow } from "./account-views.ts";
import { FoundChoice } from "./FoundChoice.tsx";
import { messages } from "./messages.ts";
import { useAsking } from "./use-asking.ts";

/** 授予岗位: rights come with the post, for the time of the post. */
export function AppointDialog(props: {
  readonly account: AccountRow;
  readonly onDone: () => void;
}): ReactNode {
  const { account, onDone } = props;
  const { today } = useMe();
  const [postId, setPostId] = useState<string | undefined>();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState("");
  const [isDeputising, setDeputising] = useState(false);
  const { ask, isRunning, problem } = useAsking(onDone);
  const payload = {
    kind: "appoint" as const,
    personId: account.personId,
    from,
    to: to || null,
    isDeputising,
  };
  return (
    <ConfirmReason
      isOpen
      title={`${messages.appoint}：${account.personName}`}
      consequence={messages.appointConsequence}
      confirmWord={messages.appoint}
      reasonLabel={messages.reason}
      isRunning={isRunning}
      problem={problem}
      onCancel={onDone}
      onConfirm={(reason) => postId !== undefined && void ask({ ...payload, postId }, reason)}
    >
      <Field label={messages.post} isRequired hint={messages.postHint}>
        <PostChoice value={postId} onChange={setPostId} />
      </Field>
      <Field label={messages.start} isRequired>
        <DayInput value={from} onChange={setFrom} />
      </Field>
      <Field label={messages.end} hint={messages.endHint} isRequired={isDeputising}>
        <DayInput value={to} onChange={setTo} />
      </Field>
      <Checkbox checked={isDeputising} onChange={(event) => setDeputising(event.target.checked)}>
        {messages.deputising}
      </Checkbox>
    </ConfirmReason>
  );
}

function PostChoice(props: {
  readonly id?: string;
  readonly value: string | undefined;
  readonly onChange: (postId: string) => void;
}): ReactNode {
  const [search, setSearch] = useState("");
  const found = useView(
    findPostsRoute,
    { query: { search: search.trim() } },
    { isEnabled: search.trim() !== "", keepsFormer: true },
  );
  const posts = found.status === "ready" ? found.data.posts : [];
  return (
    <FoundChoice
      id={props.id}
      value={props.value}
      onSearch={setSearch}
      onChange={props.onChange}
      options={posts.map(({ id, unitName, title, holderName }) => ({
        value: id,
        label: messages.held(unitName, title, holderName),
      }))}
    />
  );
}
