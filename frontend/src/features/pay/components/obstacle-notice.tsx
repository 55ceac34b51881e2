// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import { EmptyState } from "../../../components/states.tsx";
import type { Obstacle } from "../obstacle.ts";

/** Why this payment is not made, before anything is signed. */
export function ObstacleNotice({
  obstacle,
  reference = "",
}: {
  obstacle: Obstacle | "paid";
  reference?: string | undefined;
}) {
  const { t } = useTranslation(["payment", "pay"]);
  switch (obstacle) {
    case "self":
    case "till":
      return <EmptyState text={t(`pay:payee.${obstacle}`)} />;
    case "contract":
    case "suspended":
      return <EmptyState text={t(`obstacles.${obstacle}`)} />;
    case "paid": {
      const history = (
        <Link to="/historique" className={buttonClass("secondary")}>
          {t("obstacles.history")}
        </Link>
      );
      return <EmptyState text={t("obstacles.paid", { reference })} action={history} />;
    }
  }
}
