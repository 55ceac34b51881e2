// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card } from "../../../components/card.tsx";
import { EmptyState } from "../../../components/states.tsx";
import type { Address } from "../../../lib/runtime-config.ts";

export function LatestMovements({ address }: { address: Address }) {
  const { t } = useTranslation("home");
  return (
    <Card
      title={t("movements.title")}
      action={
        <Link
          to="/historique"
          className="inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
        >
          {t("movements.all")}
        </Link>
      }
    >
      <EmptyState key={address} text={t("movements.empty")} />
    </Card>
  );
}
