// SPDX-License-Identifier: EUPL-1.2
import { HandCoins, History, House, QrCode, Store, type LucideIcon } from "lucide-react";
import type { PagePath } from "./router.tsx";

type MainPage = {
  to: PagePath;
  label: "home" | "pay" | "receive" | "merchants" | "history";
  icon: LucideIcon;
};

/** The five pages of the bottom bar on phones, and the first of the rail. They come with the frame: keep them five. */
export const MAIN_PAGES: readonly MainPage[] = [
  { to: "/", label: "home", icon: House },
  { to: "/payer", label: "pay", icon: HandCoins },
  { to: "/recevoir", label: "receive", icon: QrCode },
  { to: "/commerces", label: "merchants", icon: Store },
  { to: "/historique", label: "history", icon: History },
];
