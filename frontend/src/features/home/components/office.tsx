// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { usePermission } from "../../../lib/use-permission.ts";

/** The way to the page Primes for those who have something to do there; nothing for everybody else. */
export function Office() {
  const { t } = useTranslation("home");
  const permissions = [usePermission("bonus.pay"), usePermission("reward.pay")];
  const prepares = permissions.includes("granted");
  const approves = usePermission("run.approve") === "granted";
  if (!prepares && !approves) return null;
  return (
    <Card title={t("office.title")} className="space-y-4">
      {prepares && <p>{t("office.prepares")}</p>}
      {approves && <p>{t("office.approves")}</p>}
      <Link to="/primes" className={buttonClass("primary")}>
        {t("office.open")}
      </Link>
    </Card>
  );
}
