import { useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";

/** A link inside the house; a click with Ctrl, Shift or the middle button stays the browser's. */
export function PageLink(props: {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly isCurrent?: boolean | undefined;
  readonly label?: string | undefined;
  readonly onFollow?: (() => void) | undefined;
}): ReactNode {
  const { history } = useRouter();
  const onClick = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    props.onFollow?.();
    history.push(props.to);
  };
  return (
    <a
      href={props.to}
      className={props.className ?? "page-link"}
      aria-current={props.isCurrent ? "page" : undefined}
      aria-label={props.label}
      onClick={onClick}
    >
      {props.children}
    </a>
  );
}
