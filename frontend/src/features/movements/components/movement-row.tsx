// SPDX-License-Identifier: EUPL-1.2
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import { ArrowDownLeft, ArrowUpRight, Banknote, Droplets, Landmark, RefreshCw, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatRecentUtcDay } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { AccountName } from "../../accounts/api/use-account-names.ts";

const ICONS: Record<StatementLine["kind"], LucideIcon> = {
  issued: Landmark,
  received: ArrowDownLeft,
  paid: ArrowUpRight,
  toSelf: RefreshCw,
  fonte: Droplets,
  burned: Banknote,
};

type Props = { line: StatementLine; nameOf: (address: string) => AccountName; hasDate?: boolean };

/** Whom a line is about: the other account's name, the region, or what happened when there is nobody else. */
function useTitle(line: StatementLine, nameOf: Props["nameOf"]): string {
  const { t } = useTranslation("movements");
  const { region } = useRuntime();
  const language = useLanguage();
  switch (line.kind) {
    case "received":
    case "paid":
      return nameOf(line.other).name;
    case "issued":
      return region.name[language];
    case "toSelf":
    case "fonte":
    case "burned":
      return t(`titles.${line.kind}`);
  }
}

/** A line of a statement: what happened, with whom, and what it did to the balance. */
export function MovementRow({ line, nameOf, hasDate = false }: Props) {
  const { t } = useTranslation("movements");
  const language = useLanguage();
  const Icon = ICONS[line.kind];
  const isFonte = line.kind === "fonte";
  const title = useTitle(line, nameOf);
  const day = formatRecentUtcDay(line.day, language);
  return (
    <div className="flex min-h-16 items-center gap-4 py-2.5">
      <span
        aria-hidden="true"
        className={`flex size-12 shrink-0 items-center justify-center rounded-card ${isFonte ? "bg-fonte-wash text-fonte-text" : "bg-stone text-accent"}`}
      >
        <Icon size={24} strokeWidth={1.75} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        <p className="text-caption text-ink-soft">
          {t(`kinds.${line.kind}`)}
          {hasDate && ` · ${day}`}
        </p>
      </div>
      <Amount cents={line.cents} size="row" isSigned className={isFonte ? "text-fonte-text" : ""} />
    </div>
  );
}
