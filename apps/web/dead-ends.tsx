import { Button } from "antd";
import type { ReactNode } from "react";
import { EmptyNotice, PageLink, PageShell } from "#platform/ui/index.ts";
import { messages } from "./messages.ts";

/** A page that threw: a fault of ours, never a refusal. */
export function PageBroken(): ReactNode {
  return (
    <PageShell title={messages.pageBroken}>
      <EmptyNotice
        text={messages.pageBrokenDetail}
        next={<Button onClick={() => window.location.reload()}>{messages.reopen}</Button>}
      />
    </PageShell>
  );
}

export function PageNotFound(): ReactNode {
  return (
    <PageShell title={messages.notFound}>
      <EmptyNotice text={messages.notFoundDetail} next={<PageLink to="/">{messages.home}</PageLink>} />
    </PageShell>
  );
}
