// SPDX-License-Identifier: EUPL-1.2
// All pages but the five of main-pages.ts, by whom they concern. To add one: a line here, and its name in
// src/i18n/navigation.*.json under "pages".
import {
  Accessibility,
  BookOpenText,
  Calculator,
  CalendarDays,
  ChartColumn,
  ClipboardCheck,
  ContactRound,
  Euro,
  FileCode,
  FileDown,
  Gift,
  Landmark,
  Printer,
  Scale,
  Settings,
  ShoppingBasket,
  Store,
  type LucideIcon,
} from "lucide-react";
import type { RoleName } from "@monnaie-commune/sdk/generated/roles";
import type { Standing } from "../features/accounts/api/use-standing.ts";
import type navigation from "../i18n/navigation.fr.json";
import type { PagePath } from "./router.tsx";

export type Item = {
  to: PagePath;
  label: keyof (typeof navigation)["pages"];
  icon: LucideIcon;
  /** In the group of the region: the roles whose work this is. Without any, everybody may read the page. */
  roles?: readonly RoleName[];
};

export type GroupName = keyof (typeof navigation)["groups"];
export type Group = { name: GroupName; pages: readonly Item[] };

/** What everybody uses, beside the five. */
const EVERYDAY: readonly Item[] = [
  { to: "/contacts", label: "contacts", icon: ContactRound },
  { to: "/devenir-commercant", label: "join", icon: Store },
  { to: "/reglages", label: "settings", icon: Settings },
  { to: "/accessibilite", label: "accessibility", icon: Accessibility },
];

/** For accounts in the register of shops. */
const SHOP: readonly Item[] = [
  { to: "/caisse", label: "till", icon: Calculator },
  { to: "/journee", label: "day", icon: CalendarDays },
  { to: "/affiche", label: "poster", icon: Printer },
  { to: "/sortir", label: "exit", icon: Euro },
  { to: "/ma-fiche", label: "ownEntry", icon: Store },
  { to: "/ou-depenser", label: "suppliers", icon: ShoppingBasket },
];

/** For those who act for the region. */
const REGION: readonly Item[] = [
  { to: "/primes", label: "runs", icon: Gift },
  {
    to: "/structures",
    label: "structures",
    icon: Landmark,
    roles: ["REGISTRAR", "REWARD_OFFICER", "APPROVER", "COUNCIL"],
  },
  { to: "/sorties", label: "exits", icon: Euro, roles: ["TREASURER"] },
  { to: "/commercants", label: "register", icon: ClipboardCheck, roles: ["REGISTRAR"] },
];

/** For whoever wants to check. */
const BOOKS: readonly Item[] = [
  { to: "/controle", label: "audit", icon: Scale },
  { to: "/registre", label: "bookOfLines", icon: BookOpenText },
  { to: "/contrats", label: "contracts", icon: FileCode },
  { to: "/exports", label: "files", icon: FileDown },
  { to: "/chiffres", label: "figures", icon: ChartColumn },
];

/** The groups that concern an account (or nobody in particular), each with the pages that do; none that is empty. */
export function groupsFor({ isShop, roles }: Standing): Group[] {
  const groups: Group[] = [
    { name: "shop", pages: isShop ? SHOP : [] },
    { name: "region", pages: REGION.filter((page) => page.roles?.some((role) => roles.includes(role)) ?? true) },
    { name: "books", pages: BOOKS },
    { name: "everyday", pages: EVERYDAY },
  ];
  return groups.filter(({ pages }) => pages.length > 0);
}
