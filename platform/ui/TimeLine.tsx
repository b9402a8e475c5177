import type { ReactNode } from "react";
import { DateText, MomentText } from "./dates.tsx";
import { words } from "./words.ts";

export interface TimeLineEntry {
  readonly id: string | number;
  /** When it was entered. */
  readonly at: string;
  readonly who: string;
  /** The post and unit in which he acted. */
  readonly as: string;
  readonly did: ReactNode;
  /** When it happened, if that is another day. */
  readonly happenedOn?: string | null | undefined;
  readonly note?: ReactNode;
  readonly attachments?: ReactNode;
}

/** Who, as what, did what, when (and when it happened), with what is attached. */
export function TimeLine({ entries }: { readonly entries: readonly TimeLineEntry[] }): ReactNode {
  return (
    <ol className="time-line">
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className="time-line-head">
            <strong>{entry.did}</strong>
            <span>
              {entry.who}
              <span className="soft">（{entry.as}）</span>
            </span>
            <span className="soft">
              <MomentText moment={entry.at} />
            </span>
            {entry.happenedOn && (
              <span className="soft">
                {words.happenedOn}
                <DateText day={entry.happenedOn} />
              </span>
            )}
          </div>
          {entry.note && <div className="time-line-note">{entry.note}</div>}
          {entry.attachments && <div>{entry.attachments}</div>}
        </li>
      ))}
    </ol>
  );
}
