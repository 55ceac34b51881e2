// SPDX-License-Identifier: EUPL-1.2
import { limitsFrom, officerRoleName } from "@monnaie-commune/sdk/bonus/run-state";
import { isListPurpose, PURPOSES } from "@monnaie-commune/sdk/purposes";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { FileDrop } from "../../../components/file-drop.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import { EmptyState, ErrorState } from "../../../components/states.tsx";
import { usePermission } from "../../../lib/use-permission.ts";
import { useReadFile } from "../api/use-plans.ts";
import type { Programmes } from "../api/use-programmes.ts";
import type { ReadFile } from "../plan.ts";
import { useProgrammeName } from "../use-programme-name.ts";
import { LimitsTable } from "./limits-table.tsx";
import { PlanRefused } from "./plan-refused.tsx";
import { PlanSummary } from "./plan-summary.tsx";
import { RuleErrors } from "./rule-errors.tsx";
import { WhoCan } from "./who-can.tsx";

type State =
  | { step: "idle" }
  | { step: "reading"; name: string }
  | { step: "read"; name: string; read: ReadFile }
  | { step: "failed"; error: unknown };

const ACCEPTS = [".csv", "text/csv", ".json", "application/json"];

/** A staff file is dropped, checked and frozen into a plan; a plan that was made elsewhere is opened. Sends nothing. */
export function NewRun({ all }: { all: Programmes }) {
  const { t } = useTranslation("runs");
  const nameOf = useProgrammeName();
  const readFile = useReadFile();
  const programmes = all.programmes.filter(({ purpose }) => isListPurpose(PURPOSES[purpose]));
  const [chosen, setChosen] = useState(programmes.at(0)?.programmeId.toString() ?? "");
  const [state, setState] = useState<State>({ step: "idle" });
  const programme = programmes.find(({ programmeId }) => programmeId.toString() === chosen);
  const role = programme && officerRoleName(programme.purpose);
  const action = role === "REWARD_OFFICER" ? "reward.pay" : "bonus.pay";
  const permission = usePermission(action);

  const read = async (file: File) => {
    setState({ step: "reading", name: file.name });
    try {
      setState({ step: "read", name: file.name, read: await readFile(file, programme, all) });
    } catch (error) {
      setState({ step: "failed", error });
    }
  };

  if (programme === undefined) return <EmptyState text={t("new.noProgramme")} />;
  return (
    <div className="space-y-6">
      <Card title={t("new.file")} className="space-y-5">
        <div className="max-w-column">
          <SelectField
            label={t("new.programme")}
            value={chosen}
            onChange={(id) => {
              setChosen(id);
              setState({ step: "idle" });
            }}
          >
            {programmes.map((each) => (
              <option key={each.programmeId.toString()} value={each.programmeId.toString()}>
                {nameOf(each)}
              </option>
            ))}
          </SelectField>
        </div>
        {permission === "denied" && <WhoCan action={action} />}
        <FileDrop
          label={t("new.drop")}
          hint={t("new.hint")}
          action={t("new.choose")}
          accepts={ACCEPTS}
          isBusy={state.step === "reading"}
          onFile={(file) => void read(file)}
        />
        <p role="status" className={state.step === "reading" ? "font-semibold" : "sr-only"}>
          {state.step === "reading" && t("new.reading", { file: state.name })}
        </p>
      </Card>
      {state.step === "failed" && (
        <ErrorState title={t("new.problem")} error={state.error} onRetry={() => setState({ step: "idle" })} />
      )}
      {state.step === "read" && state.read.kind === "refused" && <PlanRefused problem={state.read.problem} />}
      {state.step === "read" && state.read.kind === "errors" && (
        <RuleErrors file={state.name} errors={state.read.errors} />
      )}
      {state.step === "read" && state.read.kind === "plan" && (
        <Card title={t("new.right")} className="space-y-6">
          <PlanSummary ready={state.read.ready} />
          <LimitsTable limits={limitsFrom(programme, all)} total={BigInt(state.read.ready.plan.totals.cents)} />
          <p className="max-w-column text-ink-soft">{t("kept.text")}</p>
          <Link to="/primes" search={{ plan: state.read.ready.plan.planHash }} className={buttonClass("primary")}>
            {t("new.continue")}
          </Link>
        </Card>
      )}
    </div>
  );
}
