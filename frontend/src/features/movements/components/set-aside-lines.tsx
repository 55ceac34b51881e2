// SPDX-License-Identifier: EUPL-1.2
import type { SetAside } from "@monnaie-commune/sdk/ledger/set-aside";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import type { AccountName } from "../../accounts/api/use-account-names.ts";

const SHOWN_AT_MOST = 50;

type Props = { lines: readonly SetAside[]; nameOf: (address: string) => AccountName };

/** Lines made to mislead, under a heading of their own; none of them leads to a payment, or shows an address to copy. */
export function SetAsideLines({ lines, nameOf }: Props) {
  const { t } = useTranslation("history");
  const language = useLanguage();
  const [isShown, setIsShown] = useState(false);
  if (lines.length === 0) return null;
  return (
    <section className="rounded-card border border-line px-5 py-4">
      <h2 className="flex items-start gap-3 text-lead font-bold">
        <TriangleAlert size={24} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
        {t("aside.title", { count: lines.length })}
      </h2>
      <p className="mt-2 max-w-column">{t("aside.text")}</p>
      <Button kind="secondary" className="mt-4" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
        {t(isShown ? "aside.hide" : "aside.show")}
      </Button>
      {isShown && (
        <ul aria-label={t("aside.list")} className="mt-3 divide-y divide-hairline">
          {lines
            .toReversed()
            .slice(0, SHOWN_AT_MOST)
            .map((line) => (
              <li key={`${line.block}-${line.logIndex}`} className="flex items-center justify-between gap-4 py-3">
                <span className="min-w-0">
                  <span className="block">
                    {line.why === "zero"
                      ? t("aside.zero")
                      : t("aside.lookAlike", { name: nameOf(line.looksLike).name })}
                  </span>
                  <span className="block text-caption text-ink-soft">{formatUtcDay(line.day, language)}</span>
                </span>
                <Amount cents={line.cents} size="row" isSigned />
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
