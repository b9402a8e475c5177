import { useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import type { ProblemDetails } from "#platform/http/contract.ts";
import { Field } from "./Field.tsx";
import { holdDirtyForm } from "./session-end.ts";
import { ProblemNotice } from "./states.tsx";
import { words } from "./words.ts";

interface ConfirmProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, and to how many. */
  readonly consequence?: ReactNode;
  /** The act's own word: 退回, not 确定. */
  readonly confirmWord?: string | undefined;
  readonly isDangerous?: boolean | undefined;
  readonly isRunning?: boolean | undefined;
  readonly problem?: ProblemDetails | null | undefined;
  readonly onCancel: () => void;
  /** Further fields of the act. */
  readonly children?: ReactNode;
}

/** Names what will happen to how many, before it happens. */
export function ConfirmAct(props: ConfirmProps & { readonly onConfirm: () => void }): ReactNode {
  useFocusBack(props.isOpen);
  const client = useQueryClient();
  const onCancel = (): void => {
    // Refused because something has changed: the page behind must not go on showing what was before.
    if (props.problem?.status === 409 || props.problem?.status === 404) void client.invalidateQueries();
    props.onCancel();
  };
  return (
    <Modal
      open={props.isOpen}
      title={props.title}
      okText={props.confirmWord ?? words.confirm}
      cancelText={words.cancel}
      okButtonProps={{ danger: props.isDangerous ?? false }}
      confirmLoading={props.isRunning ?? false}
      onOk={props.onConfirm}
      onCancel={onCancel}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <div className="stack">
        {props.consequence && <div>{props.consequence}</div>}
        {props.children}
        {props.problem && <ProblemNotice problem={props.problem} />}
      </div>
    </Modal>
  );
}

/**
 * A dialog that its page takes away at once gives the focus back to the button that opened it. One that stays
 * mounted and closed is left to antd, which does the same.
 */
function useFocusBack(isOpenAtMount: boolean): void {
  const [opener] = useState(() => (isOpenAtMount ? document.activeElement : null));
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}

/** An act that is not done without a reason in writing. */
export function ConfirmReason(
  props: ConfirmProps & {
    readonly reasonLabel: string;
    /** What is said when nothing was written. */
    readonly missingWords?: string | undefined;
    readonly placeholder?: string | undefined;
    readonly maxLength?: number | undefined;
    readonly onConfirm: (reason: string) => void;
  },
): ReactNode {
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const isWritten = reason.trim() !== "";
  // What was written outlives the end of the session.
  useEffect(() => (isWritten ? holdDirtyForm() : undefined), [isWritten]);
  const onConfirm = (): void => {
    const text = reason.trim();
    setIsMissing(text === "");
    if (text !== "") props.onConfirm(text);
  };
  const onCancel = (): void => {
    setIsMissing(false);
    props.onCancel();
  };
  return (
    <ConfirmAct {...props} onConfirm={onConfirm} onCancel={onCancel}>
      {props.children}
      <Field
        label={props.reasonLabel}
        isRequired
        error={isMissing ? (props.missingWords ?? words.reasonMissing) : undefined}
      >
        <Input.TextArea
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder={props.placeholder ?? ""}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={props.maxLength ?? 2000}
          autoFocus
        />
      </Field>
    </ConfirmAct>
  );
}
