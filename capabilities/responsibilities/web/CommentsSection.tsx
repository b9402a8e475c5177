import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import {
  Field,
  notify,
  ProblemNotice,
  Section,
  TimeLine,
  useCommand,
  useLeaveGuard,
  useView,
  ViewStates,
} from "#platform/ui/index.ts";
import { addCommentRoute, listCommentsRoute } from "../contract/comments.ts";
import { messages } from "./messages.ts";

type Comment = ResponseOf<typeof listCommentsRoute>["comments"][number];

/** 上级意见: what superiors say of an issued list, and what its drafter answers. */
export function CommentsSection({ listId }: { readonly listId: string }): ReactNode {
  const view = useView(listCommentsRoute, { params: { listId } });
  return (
    <ViewStates view={view}>
      {({ comments, mayComment, mayAnswer }) =>
        comments.length === 0 && !mayComment ? null : (
          <Section title={messages.comments(comments.length)}>
            {comments.length === 0 && <p className="soft">{messages.commentsHint}</p>}
            <TimeLine entries={comments.flatMap((comment) => entriesOf(comment, { listId, mayAnswer }))} />
            {mayComment && <RemarkForm listId={listId} label={messages.comment} />}
          </Section>
        )
      }
    </ViewStates>
  );
}

function entriesOf(comment: Comment, { listId, mayAnswer }: { listId: string; mayAnswer: boolean }) {
  const { answer } = comment;
  const entry = {
    id: comment.id,
    at: comment.at,
    who: comment.personName,
    as: `${comment.unitName}${comment.postTitle}`,
    did: messages.commented,
    note: comment.text,
    attachments:
      answer === null && mayAnswer ? (
        <RemarkForm listId={listId} label={messages.answer} answerTo={comment.id} />
      ) : null,
  };
  if (answer === null) return [entry];
  const as = `${answer.unitName}${answer.postTitle}`;
  return [
    entry,
    { id: answer.id, at: answer.at, who: answer.personName, as, did: messages.answered, note: answer.text },
  ];
}

function RemarkForm(props: { listId: string; label: string; answerTo?: string }): ReactNode {
  const { listId, label, answerTo } = props;
  const [text, setText] = useState("");
  const command = useCommand(addCommentRoute);
  useLeaveGuard(text !== "");
  const send = async () => {
    const outcome = await command.run({
      params: { listId },
      body: answerTo === undefined ? { text } : { text, answerTo },
    });
    if (!outcome.ok) return;
    setText("");
    notify({ text: messages.remarkSent });
  };
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={label}>
        <Input.TextArea
          rows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {command.problem && <ProblemNotice problem={command.problem} onClose={command.clear} />}
      <Button htmlType="submit" disabled={text.trim() === ""} loading={command.isRunning}>
        {messages.sendRemark(label)}
      </Button>
    </form>
  );
}
