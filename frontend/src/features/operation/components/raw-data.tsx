// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from "@monnaie-commune/sdk/ledger/operation";
import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Address } from "../../../lib/runtime-config.ts";
import { buttonClass } from "../../../components/button.tsx";
import { Fact } from "../../../components/fact.tsx";
import { Fold } from "../../../components/fold.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatNetworkCoin } from "../../../lib/format-network-coin.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { TransactionData } from "../api/use-transaction-data.ts";

type Props = { tx: Address; sent: TransactionData | undefined; operation: Operation | undefined };

function Code({ children }: { children: string }) {
  return <code className="text-caption font-normal break-all">{children}</code>;
}

/** An event's arguments as they were told; integers as decimal text. */
function rawText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part), 1);
}

/** The operation as the chain has it, folded; and the way to another register that has it too. */
export function RawData({ tx, sent, operation }: Props) {
  const { t } = useTranslation("operation");
  const language = useLanguage();
  const { chainId, region } = useRuntime();
  const explorer = region.explorers?.[chainId]?.transaction.replace("{transaction}", tx);
  const events = [...(operation?.lines ?? []), ...(operation?.details ?? [])].toSorted(
    (a, b) => a.logIndex - b.logIndex,
  );
  return (
    <div className="space-y-4">
      {explorer && (
        <a href={explorer} target="_blank" rel="noreferrer" className={buttonClass("secondary", "max-sm:w-full")}>
          <ExternalLink size={20} strokeWidth={1.75} aria-hidden="true" />
          {t("explorer")}
          <span className="sr-only">{t("newWindow")}</span>
        </a>
      )}
      <Fold title={t("raw.title")} look="card">
        <dl className="pb-5">
          <Fact name={t("raw.hash")}>
            <Code>{tx}</Code>
          </Fact>
          {sent && (
            <>
              <Fact name={t("raw.from")}>
                <Code>{sent.from}</Code>
              </Fact>
              {sent.to !== undefined && (
                <Fact name={t("raw.to")}>
                  <Code>{sent.to}</Code>
                </Fact>
              )}
              <Fact name={t("raw.gas")}>{sent.gasUsed.toLocaleString(language)}</Fact>
              <Fact name={t("raw.fee")}>{formatNetworkCoin(sent.fee, language)}</Fact>
              <Fact name={t("raw.input")}>
                <Code>{sent.input}</Code>
              </Fact>
            </>
          )}
          {events.map((line) => {
            const { day: _day, block: _block, tx: _tx, logIndex, ...told } = line;
            const name = line.kind === "act" ? `${line.contract}.${line.event}` : "RegionalToken.Transfer";
            return (
              <Fact key={logIndex} name={t("raw.event", { index: logIndex, name })}>
                <Code>{rawText(line.kind === "act" ? line.args : told)}</Code>
              </Fact>
            );
          })}
        </dl>
      </Fold>
    </div>
  );
}
