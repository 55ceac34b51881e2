// SPDX-License-Identifier: EUPL-1.2
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MarkedText } from "../../../components/marked-text.tsx";

type Props = {
  title: string;
  /** What the figures say, in a sentence of the dictionaries with its marks. */
  finding?: string;
  /** How it is computed. */
  method: string;
  /** The same as the drawing, in numbers. */
  table?: ReactNode;
  className?: string;
  children: ReactNode;
};

const SUMMARY = "inline-flex min-h-11 items-center rounded-pill font-semibold text-accent underline underline-offset-4";

/** A subject: what the figures say of it, a drawing, the same in numbers, and how it is computed. */
export function FigureCard({ title, finding, method, table, className = "", children }: Props) {
  const { t } = useTranslation("figures");
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={`flex min-w-0 flex-col rounded-card border border-hairline bg-surface p-5 md:p-8 ${className}`}
    >
      <h2 id={id} className="text-caption font-semibold text-ink-soft">
        {title}
      </h2>
      {finding && (
        <p className="mt-1 max-w-column text-lead">
          <MarkedText sentence={finding} />
        </p>
      )}
      <div className="mt-6 mb-4 min-w-0">{children}</div>
      <div className="mt-auto space-y-1 border-t border-hairline pt-2">
        {table && (
          <details>
            <summary className={SUMMARY}>{t("card.numbers")}</summary>
            <div className="mt-2 mb-3">{table}</div>
          </details>
        )}
        <details>
          <summary className={SUMMARY}>{t("card.method")}</summary>
          <p className="mt-1 mb-2 max-w-column text-ink-soft">{method}</p>
        </details>
      </div>
    </section>
  );
}
