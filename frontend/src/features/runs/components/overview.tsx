// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Card } from "../../../components/card.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { ErrorState } from "../../../components/states.tsx";
import { usePermission } from "../../../lib/use-permission.ts";
import type { Programmes } from "../api/use-programmes.ts";
import { useRuns } from "../api/use-runs.ts";
import { KeptPlans } from "./kept-plans.tsx";
import { ProgrammeCards } from "./programme-cards.tsx";
import { RunList } from "./run-list.tsx";
import { WhoCan } from "./who-can.tsx";

/** All runs and programmes, for everybody to read; and who may do what. */
export function Overview({ all }: { all: Programmes }) {
  const { t } = useTranslation("runs");
  const { data: runs, error, refetch } = useRuns();
  const bonus = usePermission("bonus.pay");
  const reward = usePermission("reward.pay");
  const approval = usePermission("run.approve");
  const isOutsider = [bonus, reward, approval].every((permission) => permission === "denied");
  return (
    <div className="space-y-6">
      {all.isClosed && (
        <p className="rounded-card border border-bad bg-surface px-5 py-4 font-semibold">{t("closed")}</p>
      )}
      <Card title={t("list.title")}>
        {error && !runs ? (
          <ErrorState title={t("list.problem")} error={error} onRetry={() => void refetch()} />
        ) : runs ? (
          <RunList runs={runs} programmes={all.programmes} />
        ) : (
          <SkeletonRows rows={3} />
        )}
      </Card>
      <KeptPlans />
      <Card title={t("programmes.title")}>
        <ProgrammeCards programmes={all.programmes} />
      </Card>
      {isOutsider && (
        <Card title={t("whoCan.title")} className="space-y-3">
          <WhoCan action="bonus.pay" isWhole />
          <WhoCan action="run.approve" isWhole />
          <WhoCan action="reward.pay" isWhole />
        </Card>
      )}
    </div>
  );
}
