import { Button, Spin } from "antd";
import type { ReactNode } from "react";
import type { ProblemDetails } from "#platform/http/contract.ts";
import { isSessionProblem } from "./client-problem.ts";
import { signInAddress } from "./session-end.ts";
import type { View } from "./views.ts";
import { words } from "./words.ts";

export function Loading({ text }: { readonly text?: string | undefined }): ReactNode {
  return (
    <div className="loading" role="status" aria-busy="true">
      <Spin size="small" />
      <span>{text ?? words.loading}</span>
    </div>
  );
}

/** A refusal in its own words, with the fields it names and, where it may help, another try. */
export function ProblemNotice(props: {
  readonly problem: ProblemDetails;
  readonly onRetry?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}): ReactNode {
  const { problem } = props;
  return (
    <div className="problem" role="alert">
      <div className="problem-words">
        <strong>{problem.title}</strong>
        {problem.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
        <FieldErrors problem={problem} />
        {isSessionProblem(problem) && (
          <p>
            <a href={signInAddress()} target="_blank" rel="noreferrer">
              在新窗口重新登录
            </a>
            ，然后回到本页继续。
          </p>
        )}
      </div>
      <div className="problem-actions no-print">
        {props.onRetry && (
          <Button size="small" onClick={props.onRetry}>
            {words.retry}
          </Button>
        )}
        {props.onClose && (
          <Button size="small" type="text" onClick={props.onClose}>
            {words.close}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The refused fields, each said once; a single one already stands in the detail. */
function FieldErrors({ problem }: { readonly problem: ProblemDetails }): ReactNode {
  const errors = Array.isArray(problem["errors"]) ? problem["errors"] : [];
  const sentences = errors.map(
    (error: { field?: unknown; label?: unknown; message?: unknown }) =>
      `${String(error.label ?? error.field ?? "")}：${String(error.message ?? "")}`,
  );
  const distinct = [...new Set(sentences)];
  if (distinct.length < 2) return null;
  return (
    <ul>
      {distinct.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Why there is nothing here, and what to do next. */
export function EmptyNotice(props: { readonly text: ReactNode; readonly next?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p>{props.text}</p>
      {props.next && <div className="no-print">{props.next}</div>}
    </div>
  );
}

/** The four states of a view in one place. */
export function ViewStates<Data>(props: {
  readonly view: View<Data>;
  readonly isEmpty?: ((data: Data) => boolean) | undefined;
  readonly empty?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}): ReactNode {
  const { view } = props;
  if (view.status === "loading") return <Loading />;
  if (view.status === "failed") return <ProblemNotice problem={view.problem} onRetry={view.retry} />;
  if (props.isEmpty?.(view.data)) return props.empty ?? null;
  return props.children(view.data);
}
