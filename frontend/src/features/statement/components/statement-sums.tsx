// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useHolding } from "../../balance/api/use-holding.ts";
import { usePublicNames } from "../../register/use-public-names.ts";
import type { AccountStatement } from "../answer-statement.ts";
import type { Period } from "../period.ts";
import { useStatementWords } from "../use-statement-words.ts";

/** What has melted since the last line, while the statement runs to today. */
function LiveBalance({ account, closing }: { account: `0x${string}`; closing: bigint }) {
  const { t } = useTranslation("statement");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { data: holding } = useHolding(account);
  if (holding === undefined || holding.cents >= closing) return null;
  return (
    <p className="mt-4 rounded-card bg-fonte-wash px-4 py-3 text-fonte-text">
      <strong>{t("sums.live", { amount: formatAmount(holding.cents, language, symbol) })}</strong>{" "}
      {t("sums.due", { amount: formatAmount(closing - holding.cents, language) })}
    </p>
  );
}

type Props = { statement: AccountStatement; period: Period; today: number };

/** A period in five amounts: what there was, came, went, melted, and is left. */
export function StatementSums({ statement, period, today }: Props) {
  const { t } = useTranslation("statement");
  const { symbol } = useRuntime();
  const words = useStatementWords(usePublicNames());
  const { account, opening, received, paid, fonte, closing } = statement;
  const sums = [
    { name: t("sums.opening"), cents: opening },
    { name: t("sums.received"), cents: received, isSigned: true },
    { name: t("sums.paid"), cents: -paid, isSigned: true },
    { name: t("sums.fonte"), cents: -fonte, isSigned: true, className: "text-fonte-text" },
  ];
  return (
    <section aria-label={t("sums.label")} className="mt-6">
      <p className="text-lead font-bold first-letter:uppercase">{words.period(period)}</p>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-4 border-y border-hairline py-4 lg:grid-cols-[repeat(4,auto)_1fr]">
        {sums.map(({ name, cents, isSigned = false, className = "" }) => (
          <div key={name}>
            <dt className="text-caption text-ink-soft">{name}</dt>
            <dd>
              <Amount cents={cents} size="row" isSigned={isSigned} className={className} />
            </dd>
          </div>
        ))}
        <div className="max-lg:col-span-2 lg:text-right">
          <dt className="text-caption text-ink-soft">{t("sums.closing")}</dt>
          <dd>
            <Amount cents={closing} symbol={symbol} size="title" />
          </dd>
        </div>
      </dl>
      {(period.lastDay ?? today) >= today && <LiveBalance account={account} closing={closing} />}
    </section>
  );
}
