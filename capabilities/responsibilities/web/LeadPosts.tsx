import { Select } from "antd";
import type { ReactNode } from "react";
import { Field } from "#platform/ui/index.ts";
import type { ListItem, Receivers } from "./list-detail.ts";
import { messages } from "./messages.ts";

type Lead = ListItem["leads"][number];

/** Who answers for the item in each unit: the holder of the role, or another post chosen by hand. */
export function LeadPosts(props: {
  readonly item: ListItem;
  readonly receivers: Receivers;
  readonly onChoose: (chosen: { unitId: string; postId: string | null }[]) => void;
}): ReactNode {
  const { item, receivers, onChoose } = props;
  if (item.leads.length === 0) return null;
  return (
    <Field label={messages.responsible}>
      <ul className="lead-posts">
        {item.leads.map((lead) => (
          <li key={lead.unitId}>
            <span>{lead.unitName}</span>
            <Select
              size="small"
              style={{ minWidth: "16em" }}
              aria-label={`${lead.unitName}${messages.responsible}`}
              value={lead.isChosen ? (lead.responsible?.postId ?? "") : ""}
              options={optionsFor(lead, receivers)}
              onChange={(postId) =>
                onChoose([{ unitId: lead.unitId, postId: postId === "" ? null : postId }])
              }
            />
          </li>
        ))}
      </ul>
    </Field>
  );
}

function optionsFor(lead: Lead, receivers: Receivers) {
  const posts = receivers.find(({ id }) => id === lead.unitId)?.posts ?? [];
  const byRole =
    !lead.isChosen && lead.responsible
      ? `${messages.byRole}：${lead.responsible.personName ?? messages.vacant}（${lead.responsible.title}）`
      : messages.byRole;
  return [
    { value: "", label: byRole },
    ...posts
      .filter(({ personName }) => personName !== null)
      .map(({ postId, title, personName }) => ({ value: postId, label: `${personName}（${title}）` })),
  ];
}
