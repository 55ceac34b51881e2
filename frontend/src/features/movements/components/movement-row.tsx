// SPDX-License-Identifier: EUPL-1.2
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import { ArrowDownLeft, ArrowUpRight, Banknote, Droplets, Landmark, RefreshCw, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import type { AccountName } from "../../accounts/api/use-account-names.ts";
import { useLineTitle } from "../use-line-title.ts";

const ICONS: Record<StatementLine["kind"], LucideIcon> = {
  issued: Landmark,
  received: ArrowDownLeft,
  paid: ArrowUpRight,
  toSelf: RefreshCw,
  fonte: Droplets,
  burned: Banknote,
  redemption: Banknote,
};

type Props = {
  line: StatementLine;
  nameOf: (address: string) => AccountName;
  /** The UTC day of the line before: what a fonte line runs from. */
  since?: number;
  hasDate?: boolean;
};

/** A line of a statement: what happened, with whom, and what it did to the balance. Text only, so that a button may hold it. */
export function MovementRow({ line, nameOf, since, hasDate = false }: Props) {
  const { t } = useTranslation("movements");
  const language = useLanguage();
  const title = useLineTitle();
  const Icon = ICONS[line.kind];
  const isFonte = line.kind === "fonte";
  return (
    <span className="flex min-h-16 items-center gap-4 py-2.5">
      <span
        aria-hidden="true"
        className={`flex size-12 shrink-0 items-center justify-center rounded-card ${isFonte ? "bg-fonte-wash text-fonte-text" : "bg-stone text-accent"}`}
      >
        <Icon size={24} strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{title(line, since, nameOf)}</span>
        <span className="block text-caption text-ink-soft">
          {line.kind === "redemption" ? t(`redemption.${line.step}`) : t(`kinds.${line.kind}`)}
          {hasDate && ` · ${formatUtcDay(line.day, language)}`}
        </span>
      </span>
      <Amount cents={line.cents} size="row" isSigned className={isFonte ? "text-fonte-text" : ""} />
    </span>
  );
}
