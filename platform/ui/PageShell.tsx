import { type ReactNode, useEffect } from "react";
import { PageLink } from "./PageLink.tsx";
import { ViewStates } from "./states.tsx";
import type { View } from "./views.ts";
import { words } from "./words.ts";

export interface Breadcrumb {
  readonly title: string;
  readonly to?: string | undefined;
}

/** One page, one question: its title, where it stands, and what can be done here. */
export function PageShell(props: {
  readonly title: string;
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined;
  /** One line below the title: state, deadline, whose it is. */
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  useEffect(() => {
    document.title = `${props.title} - ${words.product}`;
  }, [props.title]);
  return (
    <article className="page">
      {props.breadcrumbs && props.breadcrumbs.length > 0 && <Breadcrumbs items={props.breadcrumbs} />}
      <header className="page-head">
        <h1 className="page-title">{props.title}</h1>
        {props.actions && <div className="page-actions no-print">{props.actions}</div>}
      </header>
      {props.summary && <div className="page-summary">{props.summary}</div>}
      {props.children}
    </article>
  );
}

function Breadcrumbs({ items }: { readonly items: readonly Breadcrumb[] }): ReactNode {
  return (
    <nav className="breadcrumbs no-print" aria-label={words.breadcrumbs}>
      <ol>
        {items.map((item) => (
          <li key={item.title}>{item.to ? <PageLink to={item.to}>{item.title}</PageLink> : item.title}</li>
        ))}
      </ol>
    </nav>
  );
}

/** A whole page of one record: while it is not there, its kind stands as title and the way back is open. */
export function PageStates<Data>(props: {
  readonly view: View<Data>;
  readonly title: string;
  readonly breadcrumbs: readonly Breadcrumb[];
  readonly children: (data: Data) => ReactNode;
}): ReactNode {
  if (props.view.status === "ready") return props.children(props.view.data);
  return (
    <PageShell title={props.title} breadcrumbs={props.breadcrumbs}>
      <ViewStates view={props.view}>{() => null}</ViewStates>
    </PageShell>
  );
}

/** A block of a page under its own heading. */
export function Section(props: {
  readonly title?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="section" aria-label={props.title}>
      {(props.title || props.actions) && (
        <div className="section-head">
          {props.title && <h2 className="section-title">{props.title}</h2>}
          {props.actions && <div className="page-actions no-print">{props.actions}</div>}
        </div>
      )}
      {props.children}
    </section>
  );
}
