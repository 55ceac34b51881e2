// SPDX-License-Identifier: EUPL-1.2
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ROLE_OF, type Action } from "../../../lib/permissions.ts";
import { useRoleHolders } from "../../../lib/use-role-holders.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";

type Props = { action: Action; /** Says also what the role is for. */ isWhole?: boolean };

/** Says who may do what the reader may not, and where it is done when a Safe holds the role. */
export function WhoCan({ action, isWhole = false }: Props) {
  const { t } = useTranslation(["runs", "audit"]);
  const role = ROLE_OF[action];
  const { data: holders } = useRoleHolders(role);
  const nameOf = useAccountNames();
  if (!holders) return <div className="skeleton h-6 w-3/4" />;
  const names = new Intl.ListFormat(t("whoCan.locale"), { type: "disjunction" }).format(
    holders.map(({ address }) => nameOf(address).name),
  );
  const isOnlySafes = holders.length > 0 && holders.every(({ isSafe }) => isSafe);
  const key = holders.length === 0 ? "nobody" : isOnlySafes ? "safe" : "person";
  return (
    <p className="flex items-start gap-3 rounded-card bg-stone px-4 py-3">
      <Lock size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-soft" />
      <span>
        {isWhole && `${t(`audit:roles.mays.${role}`)} `}
        {t(`whoCan.${key}`, { role: t(`audit:roles.names.${role}`), names })}
      </span>
    </p>
  );
}
