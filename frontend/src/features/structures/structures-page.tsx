// SPDX-License-Identifier: EUPL-1.2
import { LAGGING_DAYS, type StructureFigures } from "@monnaie-commune/sdk/structures/structures";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceGroup } from "../../components/choice-group.tsx";
import { Page } from "../../components/page.tsx";
import { SkeletonRows } from "../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../components/states.tsx";
import { LedgerGate } from "../register/components/ledger-gate.tsx";
import { useStructures } from "./api/use-structures.ts";
import { StructureFiles } from "./components/structure-files.tsx";
import { StructureTable } from "./components/structure-table.tsx";
import { SubsidyTable } from "./components/subsidy-table.tsx";

const VIEWS = ["all", "lagging", "ended"] as const;

type View = (typeof VIEWS)[number];

function shownIn(view: View, structures: readonly StructureFigures[]): StructureFigures[] {
  return structures.filter(({ standing, lags }) => {
    if (view === "lagging") return lags.length > 0;
    return view === "ended" ? standing === "ended" : true;
  });
}

function Structures({ structures, block }: { structures: StructureFigures[]; block: number }) {
  const { t } = useTranslation("structures");
  const [view, setView] = useState<View>("all");
  const shown = shownIn(view, structures);
  const count = (value: View) => shownIn(value, structures).length;
  return (
    <div className="space-y-8">
      <ChoiceGroup
        label={t("views.label")}
        value={view}
        choices={VIEWS.map((value) => ({ value, name: t(`views.${value}`, { count: count(value) }) }))}
        onChange={setView}
      />
      <StructureFiles structures={shown} block={block} />
      {shown.length === 0 ? <EmptyState text={t("none")} /> : <StructureTable structures={shown} />}
      <SubsidyTable structures={shown} />
    </div>
  );
}

function StructuresOfLedger() {
  const { t } = useTranslation("structures");
  const { structures, block, error, refetch } = useStructures();
  if (error) return <ErrorState title={t("problem")} error={error} onRetry={() => void refetch()} />;
  if (!structures || block === undefined) return <SkeletonRows rows={6} />;
  return structures.length === 0 ? (
    <EmptyState text={t("empty")} />
  ) : (
    <Structures structures={structures} block={block} />
  );
}

/** The structures the council funds: what they committed to, what they do with the currency, who lags. */
export default function StructuresPage() {
  const { t } = useTranslation("structures");
  return (
    <Page title={t("title")} lead={t("lead", { days: LAGGING_DAYS })}>
      <LedgerGate>
        <StructuresOfLedger />
      </LedgerGate>
    </Page>
  );
}
