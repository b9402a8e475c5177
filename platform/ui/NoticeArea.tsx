import { Button } from "antd";
import type { ReactNode } from "react";
import { dismissNotice, type Notice, useNotices } from "./notify.ts";
import { words } from "./words.ts";

/** Where notices appear, read aloud as they come; with an undo for ten seconds where one is offered. */
export function NoticeArea(): ReactNode {
  const notices = useNotices();
  return (
    <div className="notice-area no-print" role="status" aria-live="polite">
      {notices.map((notice) => (
        <UndoNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function UndoNotice({ notice }: { readonly notice: Notice }): ReactNode {
  const onUndo = (): void => {
    dismissNotice(notice.id);
    notice.undo?.();
  };
  return (
    <div className={`notice notice-${notice.tone}`}>
      <span>{notice.text}</span>
      {notice.undo && (
        <Button size="small" onClick={onUndo}>
          {words.undo}
        </Button>
      )}
      <Button size="small" type="text" aria-label={words.close} onClick={() => dismissNotice(notice.id)}>
        ×
      </Button>
    </div>
  );
}
