// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { Menu } from "lucide-react";
import { useTranslation } from "react-i18next";

/** The way to all pages on phones and tablets, where there is no rail. */
export function MenuLink() {
  const { t } = useTranslation("navigation");
  return (
    <Link
      to="/menu"
      className="-mr-2 flex min-h-11 min-w-11 shrink-0 flex-col items-center justify-center rounded-card px-1 text-caption leading-tight text-ink-soft no-underline lg:hidden"
      activeProps={{ className: "!text-accent" }}
    >
      <Menu size={22} strokeWidth={1.75} aria-hidden="true" />
      {t("menu.title")}
    </Link>
  );
}
