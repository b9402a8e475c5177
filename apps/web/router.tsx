import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from "@tanstack/react-router";
import { readSearch, writeSearch } from "#platform/ui/address.ts";
import { Loading } from "#platform/ui/index.ts";
import { PageBroken, PageNotFound } from "./dead-ends.tsx";
import { pages } from "./pages.ts";
import { Shell } from "./Shell.tsx";

/** Routes come from the one table of pages. */
export function createPageRouter() {
  const root = createRootRoute({ component: Shell });
  const children = pages.map(({ path, load, component }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyRouteComponent(load as () => Promise<Record<string, RouteComponent>>, component),
    }),
  );
  return createRouter({
    routeTree: root.addChildren(children),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultPendingMs: 150,
    defaultErrorComponent: PageBroken,
    defaultNotFoundComponent: PageNotFound,
  });
}
