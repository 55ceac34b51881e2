// SPDX-License-Identifier: EUPL-1.2
import { Gift, HandCoins, History, House, QrCode, Scale, Settings, Store, type LucideIcon } from "lucide-react";

type Item = {
  to: "/" | "/payer" | "/recevoir" | "/commerces" | "/historique" | "/primes" | "/controle" | "/reglages";
  label: Label;
  icon: LucideIcon;
};
type Label = "home" | "pay" | "receive" | "merchants" | "history" | "runs" | "audit" | "settings";

/** The five pages of the bottom bar on phones. */
export const MAIN_PAGES: readonly Item[] = [
  { to: "/", label: "home", icon: House },
  { to: "/payer", label: "pay", icon: HandCoins },
  { to: "/recevoir", label: "receive", icon: QrCode },
  { to: "/commerces", label: "merchants", icon: Store },
  { to: "/historique", label: "history", icon: History },
];

/** Further pages: in the rail on large screens, at the foot of every page on small ones. */
export const MORE_PAGES: readonly Item[] = [
  { to: "/primes", label: "runs", icon: Gift },
  { to: "/controle", label: "audit", icon: Scale },
  { to: "/reglages", label: "settings", icon: Settings },
];
