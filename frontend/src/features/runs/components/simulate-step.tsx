// SPDX-License-Identifier: EUPL-1.2
import { formatCount } from "@monnaie-commune/sdk/bonus/rule-words";
import type { Finding } from "@monnaie-commune/sdk/bonus/simulate-run";
import { CircleCheckBig, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { problemOf } from "../../../lib/errors.ts";
import { formatDay } from "../../../lib/format-date.ts";
import { formatNetworkCoin } from "../../../lib/format-network-coin.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useProblemSentence } from "../../../lib/use-problem-sentence.ts";
import type { Simulated, SimulationState } from "../api/use-simulation.ts";

/** What would stop the run, in a sentence. */
function useFindingSentence(): (finding: Finding) => string {
  const { t } = useTranslation(["runs", "bonus-run", "errors"]);
  const sentence = useProblemSentence();
  const language = useLanguage();
  return (finding) => {
    switch (finding.code) {
      case "closed":
        return t("errors:IssuingIsClosed");
      case "notOpen": {
        const { programmeId, opensAt, closesAt } = finding;
        return sentence({ kind: "contract", name: "ProgrammeNotOpen", args: { programmeId, opensAt, closesAt } });
      }
      case "chunkRefused": {
        const reason = sentence(problemOf(finding.error));
        return t("bonus-run:finding.chunkRefused", { chunk: finding.chunk, reason });
      }
      case "chunkTooLarge": {
        const gas = formatCount(finding.gas, language);
        return t("bonus-run:finding.chunkTooLarge", { chunk: finding.chunk, gas });
      }
      case "conventions":
        return t("bonus-run:finding.conventions", { lines: finding.lines });
      case "lettersOver": {
        const deadline = formatDay(finding.deadline, language);
        return t("bonus-run:finding.lettersOver", { deadline });
      }
      case "cancelled":
        return t("bonus-run:finding.cancelled", { run: finding.run.toString() });
      case "notOfficer":
      case "shortOfFunds":
        return t(`bonus-run:finding.${finding.code}`, { address: finding.address });
      case "overAttested":
      case "overCap":
        return t(`bonus-run:finding.${finding.code}`);
    }
  };
}

function Result({ result, payments }: { result: Simulated; payments: number }) {
  const { t } = useTranslation("runs");
  const language = useLanguage();
  const sentenceOf = useFindingSentence();
  const { gas, dearestChunk, fee, funds, findings } = result;
  const facts = [
    { name: t("simulate.gas"), value: formatCount(gas, language) },
    { name: t("simulate.gasPerPerson"), value: formatCount(gas / BigInt(payments), language) },
    { name: t("simulate.dearest"), value: formatCount(dearestChunk, language) },
    { name: t("simulate.fee"), value: formatNetworkCoin(fee, language) },
    { name: t("simulate.funds"), value: formatNetworkCoin(funds, language) },
  ];
  return (
    <div className="space-y-4">
      <div role="status" className="space-y-2">
        {findings.length === 0 ? (
          <p className="flex items-start gap-2 font-semibold text-ok">
            <CircleCheckBig size={22} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
            {t("simulate.done")}
          </p>
        ) : (
          <>
            <p className="font-semibold">{t("simulate.stopped", { count: findings.length })}</p>
            <ul className="space-y-2">
              {findings.map((finding, index) => (
                <li key={index} className="flex items-start gap-2">
                  <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
                  <span className="min-w-0 break-words">{sentenceOf(finding)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 lg:grid-cols-3">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-caption text-ink-soft">{name}</dt>
            <dd className="tabular font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type Props = { state: SimulationState; payments: number; officer: Address; onStart: (officer: Address) => void };

/** The rehearsal: a button, its progress, and what it found. */
export function SimulateStep({ state, payments, officer, onStart }: Props) {
  const { t } = useTranslation("runs");
  const sentence = useProblemSentence();
  return (
    <div className="space-y-4">
      {state.step === "running" && (
        <div className="space-y-2">
          <p role="status">{t("simulate.running", { checked: state.checked, all: state.all })}</p>
          <progress
            aria-label={t("steps.simulate")}
            value={state.checked}
            max={state.all}
            className="block h-3 w-full accent-accent"
          />
        </div>
      )}
      {state.step === "done" && <Result result={state.result} payments={payments} />}
      {state.step === "failed" && <p role="alert">{sentence(state.problem)}</p>}
      <Button kind="secondary" onClick={() => onStart(officer)} isPending={state.step === "running"}>
        {t(state.step === "done" ? "simulate.again" : "simulate.action")}
      </Button>
    </div>
  );
}
