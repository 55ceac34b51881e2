// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card } from "../../../components/card.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../components/states.tsx";
import type { Address } from "../../../lib/runtime-config.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { useStatement } from "../../movements/api/use-statement.ts";
import { MovementRow } from "../../movements/components/movement-row.tsx";

const SHOWN = 3;

/** The last few lines of the account's statement, newest first. */
export function LatestMovements({ address }: { address: Address }) {
  const { t } = useTranslation("home");
  const nameOf = useAccountNames();
  const { data, error, refetch } = useStatement(address);
  const lines = data?.lines.slice(-SHOWN).toReversed();
  const all = (
    <Link
      to="/historique"
      className="-my-2 inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
    >
      {t("movements.all")}
    </Link>
  );
  return (
    <Card title={t("movements.title")} action={all}>
      {error && !data && <ErrorState title={t("movements.problem")} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={SHOWN} />}
      {lines?.length === 0 && <EmptyState text={t("movements.empty")} />}
      {lines && lines.length > 0 && (
        <ul className="divide-y divide-hairline">
          {lines.map((line) => (
            <li key={`${line.block}-${line.logIndex}`} className="py-1">
              <MovementRow line={line} nameOf={nameOf} hasDate />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
