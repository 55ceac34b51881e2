// SPDX-License-Identifier: EUPL-1.2
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { FileDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { download } from "../../../lib/download.ts";
import type { Programme } from "../../audit/audit.ts";
import type { ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";
import { SafeExport } from "./safe-export.tsx";

type Props = { ready: ReadyPlan; run: Run | null; programme: Programme };

/** The plan as a file, byte for byte the terminal's: for the other person, for the terminal, for the archive. */
export function Elsewhere({ ready, run, programme }: Props) {
  const { plan, text } = ready;
  const { t } = useTranslation("runs");
  return (
    <Card title={t("elsewhere.title")} className="space-y-4 print:hidden">
      <p className="max-w-column">{t("elsewhere.plan")}</p>
      <div className="flex flex-wrap gap-3">
        <Button kind="secondary" onClick={() => download("plan.json", text, "application/json")}>
          <FileDown size={20} strokeWidth={1.75} aria-hidden="true" />
          {t("elsewhere.savePlan")}
        </Button>
      </div>
      <SafeExport ready={ready} run={run} purpose={programme.purpose} />
      <p className="max-w-column text-caption text-ink-soft">
        {t("elsewhere.terminal")} <code className="break-all">npm run bonus -- approve {shortHash(plan)} …</code>
      </p>
    </Card>
  );
}
