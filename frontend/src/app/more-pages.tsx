// SPDX-License-Identifier: EUPL-1.2
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useStanding } from "../features/accounts/api/use-standing.ts";
import { groupsFor, type Group } from "./navigation.ts";
import { RailLink } from "./rail-link.tsx";

type ListProps = Pick<Group, "pages"> & { className?: string; labelledBy?: string };

function PageList({ pages, className = "", labelledBy }: ListProps) {
  const { t } = useTranslation("navigation");
  return (
    <ul aria-labelledby={labelledBy} className={`space-y-1 ${className}`}>
      {pages.map(({ to, label, icon }) => (
        <RailLink key={to} to={to} icon={icon} name={t(`pages.${label}`)} />
      ))}
    </ul>
  );
}

function RailGroup({ name, pages }: Group) {
  const { t } = useTranslation("navigation");
  const id = useId();
  return (
    <div>
      <h2 id={id} className="px-3 pb-1 text-caption font-semibold text-ink-soft">
        {t(`groups.${name}`)}
      </h2>
      <PageList pages={pages} labelledBy={id} />
    </div>
  );
}

/** What the rail holds beside the main pages: more of every day, then the groups that concern whoever is connected. */
export function MorePages() {
  const groups = groupsFor(useStanding());
  return (
    <>
      {groups
        .filter(({ name }) => name === "everyday")
        .map(({ name, pages }) => (
          <PageList key={name} pages={pages} className="mt-1" />
        ))}
      <div className="mt-auto space-y-4 pt-6">
        {groups
          .filter(({ name }) => name !== "everyday")
          .map((group) => (
            <RailGroup key={group.name} {...group} />
          ))}
      </div>
    </>
  );
}
