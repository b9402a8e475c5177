import type { ReactNode } from "react";
import { notify } from "#platform/ui/notify.ts";
import { useCommand } from "#platform/ui/views.ts";
import { actAsRoute } from "../contract/session.ts";
import { useMe } from "./me.ts";
import { messages } from "./messages.ts";

/** The organization one acts for; a choice for whoever holds several posts. */
export function PostSwitcher({ onSwitched }: { readonly onSwitched: () => void }): ReactNode {
  const { posts, acting } = useMe();
  const actAs = useCommand(actAsRoute);
  const onChoose = async (holdingId: string): Promise<void> => {
    const outcome = await actAs.run({ body: { holdingId } });
    if (outcome.ok) onSwitched();
    else notify({ text: outcome.problem.title || messages.switchFailed, tone: "failed" });
  };
  if (posts.length < 2) {
    return (
      <span className="acting-post">
        {acting.unitName}　{acting.title}
      </span>
    );
  }
  return (
    <select
      className="control acting-post"
      aria-label={messages.actingAs}
      value={acting.holdingId}
      disabled={actAs.isRunning}
      onChange={(event) => void onChoose(event.target.value)}
    >
      {posts.map((post) => (
        <option key={post.holdingId} value={post.holdingId}>
          {post.unitName}　{post.title}
        </option>
      ))}
    </select>
  );
}
