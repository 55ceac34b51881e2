// SPDX-License-Identifier: EUPL-1.2
// Every page of the dApp. To add one: a file in src/features/<name>/, a route here, and a line in navigation.ts.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RegisteredRouter,
} from "@tanstack/react-router";
import { readExportLink } from "../features/exports/export-link.ts";
import { readAuditLink } from "../features/audit/audit-link.ts";
import { readDirectoryFilters } from "../features/merchants/directory-link.ts";
import { readShopLink } from "../features/merchants/shop-link.ts";
import { readHistoryLink } from "../features/movements/history-link.ts";
import { readPaymentLink } from "../features/pay/payment-link.ts";
import { readRegisterLink } from "../features/register/register-link.ts";
import { readRunLink } from "../features/runs/run-link.ts";
import { readStatementLink } from "../features/statement/statement-link.ts";
import { storedTillLock } from "../lib/preferences.ts";
import { lazyPage } from "./lazy-page.ts";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { Root, WaitingFrame } from "./root.tsx";

const TILL = "/caisse";

const rootRoute = createRootRoute({
  // A locked till is left by its lock alone, whatever is typed above it.
  beforeLoad: ({ location }) => {
    if (location.pathname !== TILL && storedTillLock() !== undefined) throw redirect({ to: TILL });
  },
  component: Root,
  pendingComponent: WaitingFrame,
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
    component: lazyPage(() => import("../features/pay/pay-page.tsx"), ["pay", "payment", "transaction", "errors"]),
    validateSearch: readPaymentLink,
  }),
  createRoute({
    getParentRoute,
    path: "/scanner",
    component: lazyPage(() => import("../features/scan/scan-page.tsx"), ["scan", "payment"]),
  }),
  createRoute({
    getParentRoute,
    path: "/recevoir",
    component: lazyPage(() => import("../features/receive/receive-page.tsx"), ["receive"]),
  }),
  createRoute({
    getParentRoute,
    path: TILL,
    component: lazyPage(() => import("../features/till/till-page.tsx"), ["till"]),
  }),
  createRoute({
    getParentRoute,
    path: "/journee",
    component: lazyPage(() => import("../features/till/day-page.tsx"), ["till", "pay"]),
  }),
  createRoute({
    getParentRoute,
    path: "/affiche",
    component: lazyPage(() => import("../features/till/poster-page.tsx"), ["till"]),
  }),
  createRoute({
    getParentRoute,
    path: "/prime",
    component: lazyPage(() => import("../features/claim/claim-page.tsx"), ["claim", "transaction", "errors"]),
  }),
  createRoute({
    getParentRoute,
    path: "/commerces",
    component: lazyPage(() => import("../features/merchants/merchants-page.tsx"), ["shops"]),
    validateSearch: readDirectoryFilters,
  }),
  createRoute({
    getParentRoute,
    path: "/commerce",
    component: lazyPage(() => import("../features/merchants/shop-page.tsx"), ["shops"]),
    validateSearch: readShopLink,
  }),
  createRoute({
    getParentRoute,
    path: "/devenir-commercant",
    component: lazyPage(() => import("../features/merchants/apply-page.tsx"), ["shops", "transaction", "errors"]),
  }),
  createRoute({
    getParentRoute,
    path: "/ma-fiche",
    component: lazyPage(() => import("../features/merchants/own-page.tsx"), ["shops", "transaction", "errors"]),
  }),
  createRoute({
    getParentRoute,
    path: "/ou-depenser",
    component: lazyPage(() => import("../features/merchants/suppliers-page.tsx"), ["shops"]),
  }),
  createRoute({
    getParentRoute,
    path: "/commercants",
    component: lazyPage(
      () => import("../features/merchants/register-page.tsx"),
      ["shops", "runs", "audit", "transaction", "errors"],
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/historique",
    component: lazyPage(() => import("../features/movements/history-page.tsx"), ["history"]),
    validateSearch: readHistoryLink,
  }),
  createRoute({
    getParentRoute,
    path: "/contacts",
    component: lazyPage(() => import("../features/contacts/contacts-page.tsx"), ["contacts"]),
  }),
  createRoute({
    getParentRoute,
    path: "/primes",
    component: lazyPage(
      () => import("../features/runs/runs-page.tsx"),
      ["runs", "bonus-rules", "bonus-run", "report-page", "transaction", "errors"],
    ),
    validateSearch: readRunLink,
  }),
  createRoute({
    getParentRoute,
    path: "/structures",
    component: lazyPage(
      () => import("../features/structures/structures-page.tsx"),
      ["structures", "structure-report", "register"],
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/sortir",
    component: lazyPage(() => import("../features/exits/exit-page.tsx"), ["exits", "pay", "transaction", "errors"]),
  }),
  createRoute({
    getParentRoute,
    path: "/sorties",
    component: lazyPage(
      () => import("../features/exits/exits-page.tsx"),
      ["exits", "runs", "audit", "transaction", "errors"],
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/controle",
    component: lazyPage(() => import("../features/audit/audit-page.tsx"), ["audit", "checks", "register"]),
    validateSearch: readAuditLink,
  }),
  createRoute({
    getParentRoute,
    path: "/contrats",
    component: lazyPage(
      () => import("../features/contracts/contracts-page.tsx"),
      ["contracts", "register", "audit", "calls"],
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/registre",
    component: lazyPage(
      () => import("../features/register/register-page.tsx"),
      ["register", "audit", "calls", "history"],
    ),
    validateSearch: readRegisterLink,
  }),
  createRoute({
    getParentRoute,
    path: "/operation/$tx",
    component: lazyPage(
      () => import("../features/operation/operation-page.tsx"),
      ["operation", "register", "audit", "calls", "history"],
    ),
  }),
  createRoute({
    getParentRoute,
    path: "/compte/$address",
    component: lazyPage(() => import("../features/statement/statement-page.tsx"), ["statement", "register", "history"]),
    validateSearch: readStatementLink,
  }),
  createRoute({
    getParentRoute,
    path: "/exports",
    component: lazyPage(() => import("../features/exports/exports-page.tsx"), ["exports", "register"]),
    validateSearch: readExportLink,
  }),
  createRoute({
    getParentRoute,
    path: "/chiffres",
    component: lazyPage(() => import("../features/figures/figures-page.tsx"), ["figures"]),
  }),
  createRoute({
    getParentRoute,
    path: "/menu",
    component: lazyRouteComponent(() => import("./menu-page.tsx")),
  }),
  createRoute({
    getParentRoute,
    path: "/accessibilite",
    component: lazyPage(() => import("../features/accessibility/accessibility-page.tsx"), ["accessibility"]),
  }),
  createRoute({
    getParentRoute,
    path: "/reglages",
    component: lazyPage(() => import("../features/settings/settings-page.tsx"), ["settings"]),
  }),
] as const;

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  defaultPreload: "intent",
  // The frame does not wait for the code of its first page; later on, the page one leaves stays until the next has come.
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 0,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
  // Amounts in links are text ("12,50"): nothing is guessed to be a number.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
    const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
    return text && `?${text}`;
  },
});

const stopWaiting = router.subscribe("onResolved", () => {
  stopWaiting();
  router.update({ ...router.options, defaultPendingMs: Number.POSITIVE_INFINITY });
});

/** Where a page is: links to anything else do not compile. */
export type PagePath = keyof RegisteredRouter["routesByPath"];

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
