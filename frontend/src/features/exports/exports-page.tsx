// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Field } from "../../components/field.tsx";
import { Page } from "../../components/page.tsx";
import { ErrorState } from "../../components/states.tsx";
import { useAnswer } from "../../lib/ledger/use-answer.ts";
import { useLedger } from "../../lib/ledger/use-ledger.ts";
import { LedgerGate } from "../register/components/ledger-gate.tsx";
import { usePrepareFiles } from "./api/use-prepare-files.ts";
import { ExportForm } from "./components/export-form.tsx";
import { ReadyFiles } from "./components/ready-files.tsx";
import type { ExportLink } from "./export-link.ts";
import { pickOf } from "./pick-of-link.ts";

const SIREN = /^\d{9}$/u;

function LineCount({ link }: { link: ExportLink }) {
  const { t } = useTranslation("exports");
  const pick = pickOf(link);
  const { data } = useAnswer("pickedLineCount", pick ?? {}, { enabled: pick !== undefined });
  return (
    <p role="status" className="text-ink-soft">
      {pick !== undefined && data !== undefined && t("lines", { count: data })}
    </p>
  );
}

function Exports() {
  const { t } = useTranslation("exports");
  const { at = 0 } = useLedger();
  const link = useSearch({ from: "/exports" });
  const navigate = useNavigate({ from: "/exports" });
  const { mutate, reset, data, error, isPending } = usePrepareFiles();
  const [siren, setSiren] = useState("");
  const pick = pickOf(link);
  const isSirenWrong = siren !== "" && !SIREN.test(siren);
  // What was made is of other lines than those that are chosen now.
  const change = (next: ExportLink) => {
    reset();
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const prepare = () => {
    if (pick !== undefined && !isSirenWrong) mutate({ pick, siren });
  };
  return (
    <div className="space-y-6">
      <Card title={t("form.title")}>
        <div className="space-y-6">
          <ExportForm link={link} today={dayOf(at)} onChange={change} />
          {link.compte === undefined ? (
            <div className="md:max-w-lg">
              <Field
                label={t("form.siren")}
                hint={t("form.sirenHint")}
                inputMode="numeric"
                value={siren}
                onChange={(text) => {
                  reset();
                  setSiren(text.replaceAll(/\s/gu, ""));
                }}
                error={isSirenWrong ? t("form.sirenProblem") : undefined}
              />
            </div>
          ) : (
            <p className="max-w-column text-ink-soft">{t("form.noFec")}</p>
          )}
          <LineCount link={link} />
          <Button onClick={prepare} isPending={isPending} disabled={pick === undefined || isSirenWrong}>
            {isPending ? t("preparing") : t("prepare")}
          </Button>
        </div>
      </Card>
      {error && <ErrorState title={t("problem")} error={error} onRetry={prepare} />}
      <div aria-live="polite">{data && <ReadyFiles ready={data} />}</div>
    </div>
  );
}

/** The books to take along, as files anybody can make again and compare. */
export default function ExportsPage() {
  const { t } = useTranslation("exports");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <LedgerGate>
        <Exports />
      </LedgerGate>
    </Page>
  );
}
