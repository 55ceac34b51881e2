// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { Fate, ReportLine } from "@monnaie-commune/sdk/bonus/fates";
import { formatCount } from "@monnaie-commune/sdk/bonus/rule-words";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../components/field.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import { VirtualTable } from "../../../components/virtual-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { shortAddress } from "../../../lib/short-address.ts";
import { findLines } from "../find-lines.ts";

const WIDTHS = "4.5rem minmax(0, 1.4fr) minmax(0, 1.2fr) minmax(0, 1fr) 7rem 6.5rem 6.5rem minmax(0, 1.2fr)";

function TransactionLink({ tx }: { tx: string }) {
  const { chainId, region } = useRuntime();
  const link = region.explorers?.[chainId]?.transaction.replace("{transaction}", tx);
  const text = <code className="text-caption">{shortAddress(tx)}</code>;
  if (!link) return <span title={tx}>{text}</span>;
  return (
    <a href={link} target="_blank" rel="noreferrer" title={tx} className="underline underline-offset-4">
      {text}
    </a>
  );
}

/** Every line of the plan with its fate, to be searched and narrowed down. */
export function ReportLines({ lines }: { lines: readonly ReportLine[] }) {
  const { t } = useTranslation(["runs", "bonus-run"]);
  const language = useLanguage();
  const [fate, setFate] = useState<Fate | "all">("all");
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const found = useMemo(() => findLines(lines, fate, wanted, language), [lines, fate, wanted, language]);
  const fates = useMemo(() => [...new Set(lines.map((line) => line.fate))], [lines]);
  const amount = (cents: string) => (cents === "0" ? "" : formatAmount(BigInt(cents), language));
  return (
    <div className="space-y-4">
      <h3 className="text-lead font-bold">{t("report.lines")}</h3>
      <search className="flex flex-wrap items-start gap-4">
        <div className="min-w-52 flex-1">
          <Field label={t("report.search")} type="search" value={text} onChange={setText} enterKeyHint="search" />
        </div>
        <div className="min-w-44">
          <SelectField
            label={t("report.fate")}
            value={fate}
            onChange={(value) => setFate(fates.find((each) => each === value) ?? "all")}
          >
            <option value="all">{t("report.allFates")}</option>
            {fates.map((each) => (
              <option key={each} value={each}>
                {t(`bonus-run:fate.${each}`)}
              </option>
            ))}
          </SelectField>
        </div>
      </search>
      <p role="status" className="font-semibold">
        {t("report.count", { count: found.length, shown: formatCount(found.length, language) })}
      </p>
      <VirtualTable
        label={t("report.lines")}
        columns={[
          { name: t("report.columns.line") },
          { name: t("report.columns.payee") },
          { name: t("report.columns.wallet") },
          { name: t("report.columns.budgetLine") },
          { name: t("report.columns.fate") },
          { name: t("report.columns.units"), isNumber: true },
          { name: t("report.columns.euros"), isNumber: true },
          { name: t("report.columns.tx") },
        ]}
        widths={WIDTHS}
        rows={found}
        keyOf={(line) => String(line.line)}
        cells={(line) => [
          <span key="line" className="tabular">
            {line.line}
          </span>,
          <span key="payee" className="font-semibold break-all">
            {line.payeeId}
          </span>,
          line.wallet === null ? (
            line.claimKey !== null && t("report.letter")
          ) : (
            <code key="wallet" title={line.wallet} className="text-caption">
              {shortAddress(line.wallet)}
            </code>
          ),
          line.budgetLine,
          <span key="fate" className={line.fate === "paid" ? "font-semibold text-ok" : ""}>
            {t(`bonus-run:fate.${line.fate}`)}
            {line.reason !== undefined && (
              <span className="block text-caption">{t(`bonus-run:reason.${line.reason}`)}</span>
            )}
          </span>,
          amount(line.cents),
          amount(line.eurosCents),
          line.tx === undefined ? (
            ""
          ) : (
            <span key="tx">
              <TransactionLink tx={line.tx} />
              <span className="block text-caption text-ink-soft">
                {t("report.block", { block: formatCount(line.block ?? 0, language) })}
              </span>
            </span>
          ),
        ]}
        compact={(line) => (
          <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
            <span className="font-semibold break-all">{line.payeeId}</span>
            <span className="tabular text-right">{amount(line.cents)}</span>
            <span className="text-caption text-ink-soft">
              {t("errors.atLine", { line: line.line })} · {line.budgetLine} · {t(`bonus-run:fate.${line.fate}`)}
            </span>
            <span className="tabular text-right text-caption text-ink-soft">
              {line.eurosCents !== "0" && formatAmount(BigInt(line.eurosCents), language, "€")}
            </span>
            {line.tx !== undefined && (
              <span className="col-span-full text-caption text-ink-soft">
                <TransactionLink tx={line.tx} /> ·{" "}
                {t("report.block", { block: formatCount(line.block ?? 0, language) })}
              </span>
            )}
          </div>
        )}
      />
    </div>
  );
}
