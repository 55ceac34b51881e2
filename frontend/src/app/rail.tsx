// SPDX-License-Identifier: EUPL-1.2
import type { Localised } from "@monnaie-commune/sdk/regions";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Brand } from "./brand.tsx";
import { MAIN_PAGES, MORE_PAGES } from "./navigation.ts";

function Items({ pages }: { pages: typeof MAIN_PAGES }) {
  const { t } = useTranslation();
  return (
    <ul className="space-y-1">
      {pages.map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            className="flex min-h-11 items-center gap-3 rounded-card px-3 text-ink no-underline hover:bg-stone"
            activeProps={{ className: "bg-accent-wash font-bold !text-accent" }}
          >
            <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
            {t(`pages.${label}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The way around on large screens. */
export function Rail({ region }: { region: Localised | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="hidden border-r border-hairline lg:block">
      <nav
        aria-label={t("shell.mainNavigation")}
        className="sticky top-0 flex h-dvh flex-col gap-8 overflow-y-auto px-4 py-6"
      >
        <Brand region={region} />
        <div className="flex flex-1 flex-col justify-between gap-8">
          <Items pages={MAIN_PAGES} />
          <Items pages={MORE_PAGES} />
        </div>
      </nav>
    </div>
  );
}
