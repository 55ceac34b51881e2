// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { ChevronRight, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card } from "../components/card.tsx";
import { Page } from "../components/page.tsx";
import { useStanding } from "../features/accounts/api/use-standing.ts";
import { MAIN_PAGES } from "./main-pages.ts";
import { groupsFor } from "./navigation.ts";
import type { PagePath } from "./router.tsx";

type Row = { to: PagePath; icon: LucideIcon; name: string };

function MenuGroup({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <Card title={title}>
      <ul className="divide-y divide-hairline">
        {rows.map(({ to, icon: Icon, name }) => (
          <li key={to}>
            <Link to={to} className="flex min-h-14 items-center gap-4 text-ink no-underline">
              <Icon size={22} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-accent" />
              <span className="flex-1">{name}</span>
              <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-ink-soft" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** All pages, by whom they concern: what the rail is on large screens. */
export default function MenuPage() {
  const { t } = useTranslation(["navigation", "common"]);
  const groups = groupsFor(useStanding());
  const main = MAIN_PAGES.map(({ to, icon, label }) => ({ to, icon, name: t(`common:pages.${label}`) }));
  const rowsOf = (name: string) =>
    (groups.find((group) => group.name === name)?.pages ?? []).map(({ to, icon, label }) => ({
      to,
      icon,
      name: t(`pages.${label}`),
    }));
  return (
    <Page title={t("menu.title")} lead={t("menu.lead")}>
      <div className="grid gap-6 md:grid-cols-2 md:items-start">
        <MenuGroup title={t("groups.everyday")} rows={[...main, ...rowsOf("everyday")]} />
        {groups
          .filter(({ name }) => name !== "everyday")
          .map(({ name }) => (
            <MenuGroup key={name} title={t(`groups.${name}`)} rows={rowsOf(name)} />
          ))}
      </div>
    </Page>
  );
}
