// SPDX-License-Identifier: EUPL-1.2
import type { RolePeriod } from "@monnaie-commune/sdk/ledger/role-periods";
import { ALL_ROLES, roleIdOf } from "@monnaie-commune/sdk/role-names";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import { AccountLink } from "../../register/components/account-link.tsx";
import { usePublicNames } from "../../register/use-public-names.ts";

const SECONDS_PER_DAY = 86_400;

function Holder({ period: { account, given, executionDelay } }: { period: RolePeriod }) {
  const { t } = useTranslation("contracts");
  const language = useLanguage();
  return (
    <li>
      <AccountLink address={account} />{" "}
      <Link
        to="/operation/$tx"
        params={{ tx: given.tx }}
        className="inline-block min-h-6 text-caption text-ink-soft underline underline-offset-4"
      >
        {t("roles.since", { day: formatUtcDay(given.day, language) })}
      </Link>
      {executionDelay > 0 && (
        <span className="block text-caption text-ink-soft">
          {t("roles.delay", { count: Math.round(executionDelay / SECONDS_PER_DAY) })}
        </span>
      )}
    </li>
  );
}

/** Those who had a role before, and from when to when. */
function PastHolders({ periods }: { periods: readonly RolePeriod[] }) {
  const { t } = useTranslation("contracts");
  const language = useLanguage();
  const nameOf = usePublicNames();
  if (periods.length === 0) return null;
  return (
    <details className="mt-2 text-caption text-ink-soft">
      <summary className="inline-flex min-h-8 items-center underline underline-offset-4">
        {t("roles.pastTitle")}
      </summary>
      <ul>
        {periods.map(({ account, given, taken }) => (
          <li key={`${given.block} ${given.logIndex}`}>
            {t("roles.past", {
              name: nameOf(account).name,
              from: formatUtcDay(given.day, language),
              to: formatUtcDay(taken?.day ?? given.day, language),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each role in words, who has it since when, and who had it before. */
export function RoleHolders({ periods }: { periods: readonly RolePeriod[] }) {
  const { t } = useTranslation(["contracts", "audit"]);
  return (
    <DataTable
      caption={t("roles.caption")}
      note={t("roles.note")}
      columns={[{ name: t("roles.role") }, { name: t("roles.may") }, { name: t("roles.holders") }]}
      rows={ALL_ROLES.map((role) => {
        const ofRole = periods.filter(({ roleId }) => roleId === roleIdOf(role));
        const current = ofRole.filter(({ taken }) => taken === undefined);
        return {
          key: role,
          cells: [
            t(`audit:roles.names.${role}`),
            <span key="may" className="text-ink-soft">
              {t(`audit:roles.mays.${role}`)}
            </span>,
            <div key="holders" className="md:min-w-64">
              {current.length === 0 && <p>{t("roles.nobody")}</p>}
              <ul className="space-y-1">
                {current.map((period) => (
                  <Holder key={`${period.given.block} ${period.given.logIndex}`} period={period} />
                ))}
              </ul>
              <PastHolders periods={ofRole.filter(({ taken }) => taken !== undefined)} />
            </div>,
          ],
        };
      })}
    />
  );
}
