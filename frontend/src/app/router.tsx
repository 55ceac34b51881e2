// SPDX-License-Identifier: EUPL-1.2
// Every page of the dApp. To add one: a file in src/features/<name>/, a route here, and a line in navigation.ts.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RegisteredRouter,
} from "@tanstack/react-router";
import { readDirectoryFilters } from "../features/merchants/directory-link.ts";
import { readHistoryLink } from "../features/movements/history-link.ts";
import { readPaymentLink } from "../features/pay/payment-link.ts";
import { readRunLink } from "../features/runs/run-link.ts";
import { Root } from "./root.tsx";

const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: lazyRouteComponent(() => import("./not-found-page.tsx")),
  errorComponent: lazyRouteComponent(() => import("./route-error.tsx")),
});
const getParentRoute = () => rootRoute;

const routes = [
  createRoute({
    getParentRoute,
    path: "/",
    component: lazyRouteComponent(() => import("../features/home/home-page.tsx")),
  }),
  createRoute({
    getParentRoute,
    path: "/payer",
    component: lazyRouteComponent(() => import("../features/pay/pay-page.tsx")),
    validateSearch: readPaymentLink,
  }),
  createRoute({
    getParentRoute,
    path: "/recevoir",
    component: lazyRouteComponent(() => import("../features/receive/receive-page.tsx")),
  }),
  createRoute({
    getParentRoute,
    path: "/prime",
    component: lazyRouteComponent(() => import("../features/claim/claim-page.tsx")),
  }),
  createRoute({
    getParentRoute,
    path: "/commerces",
    component: lazyRouteComponent(() => import("../features/merchants/merchants-page.tsx")),
    validateSearch: readDirectoryFilters,
  }),
  createRoute({
    getParentRoute,
    path: "/historique",
    component: lazyRouteComponent(() => import("../features/movements/history-page.tsx")),
    validateSearch: readHistoryLink,
  }),
  createRoute({
    getParentRoute,
    path: "/contacts",
    component: lazyRouteComponent(() => import("../features/contacts/contacts-page.tsx")),
  }),
  createRoute({
    getParentRoute,
    path: "/primes",
    component: lazyRouteComponent(() => import("../features/runs/runs-page.tsx")),
    validateSearch: readRunLink,
  }),
  createRoute({
    getParentRoute,
    path: "/controle",
    component: lazyRouteComponent(() => import("../features/audit/audit-page.tsx")),
  }),
  createRoute({
    getParentRoute,
    path: "/menu",
    component: lazyRouteComponent(() => import("./menu-page.tsx")),
  }),
  createRoute({
    getParentRoute,
    path: "/reglages",
    component: lazyRouteComponent(() => import("../features/settings/settings-page.tsx")),
  }),
] as const;

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  defaultPreload: "intent",
  scrollRestoration: true,
  // Amounts in links are text ("12,50"): nothing is guessed to be a number.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
    const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
    return text && `?${text}`;
  },
});

/** Where a page is: links to anything else do not compile. */
export type PagePath = keyof RegisteredRouter["routesByPath"];

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
