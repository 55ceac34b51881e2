// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** From whom, how much, and until when. */
export function LetterCard({ cents, deadline }: { cents: bigint; deadline: number }) {
  const { t } = useTranslation("claim");
  const language = useLanguage();
  const { symbol, region } = useRuntime();
  return (
    <section className="rounded-card border border-hairline bg-surface p-5 md:p-8">
      <h2 className="text-ink-soft">{t("letter.from", { region: region.name[language] })}</h2>
      <p className="mt-2">
        <Amount cents={cents} symbol={symbol} size="title" />
      </p>
      <p className="mt-4">
        {t("letter.until", { day: formatDay(deadline, language), time: formatTime(deadline, language) })}
      </p>
    </section>
  );
}
