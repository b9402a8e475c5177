import type { ReactNode } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import { type Column, DataTable, EmptyNotice, Lamp, useView } from "#platform/ui/index.ts";
import { listUnitPostsRoute } from "../contract.ts";
import { responsibilityRoleNames } from "../core/index.ts";
import { messages } from "./messages.ts";

type Post = ResponseOf<typeof listUnitPostsRoute>["posts"][number];

const roleNames: Readonly<Record<string, string>> = responsibilityRoleNames;
const roleNameOf = (post: Post): string => (post.role === null ? "" : (roleNames[post.role] ?? post.role));

const holderOf = ({ personName, isDeputising }: Post): string | null =>
  personName === null ? null : isDeputising ? messages.deputising(personName) : personName;

const columns: readonly Column<Post>[] = [
  { key: "title", title: messages.columns.title, cell: (post) => post.title, onCard: "title" },
  { key: "role", title: messages.columns.role, cell: roleNameOf },
  {
    key: "holder",
    title: messages.columns.holder,
    cell: (post) => holderOf(post) ?? <Lamp colour="amber" word={messages.vacant} />,
    text: (post) => holderOf(post) ?? messages.vacant,
  },
];

/** The posts of a unit and who holds them today. */
export function UnitPosts({ unitId }: { readonly unitId: string }): ReactNode {
  const view = useView(listUnitPostsRoute, { params: { unitId } });
  return (
    <DataTable
      name="unit-posts"
      caption={messages.posts}
      isPlain
      rows={view.status === "ready" ? view.data.posts : undefined}
      view={view.status === "ready" ? undefined : view}
      columns={columns}
      rowKey={(post) => post.postId}
      empty={<EmptyNotice text={messages.noPosts} />}
    />
  );
}
