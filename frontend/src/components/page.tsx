// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

let hasNavigated = false;

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; isTitleHidden?: boolean; children: ReactNode };

/** A page: one h1, which takes the focus when somebody comes from another page, and the document's title. */
export function Page({ title, lead, actions, isTitleHidden = false, children }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · ${t("shell.name")}`;
  }, [title, t]);

  useEffect(() => {
    if (hasNavigated) heading.current?.focus({ preventScroll: true });
    hasNavigated = true;
  }, []);

  return (
    <>
      <div className={isTitleHidden ? "" : "mb-8 flex flex-wrap items-end justify-between gap-4"}>
        <div className="max-w-column space-y-2">
          <h1
            ref={heading}
            tabIndex={-1}
            className={isTitleHidden ? "sr-only" : "text-title font-bold tracking-tight md:text-display"}
          >
            {title}
          </h1>
          {lead && <p className="text-lead text-ink-soft">{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </>
  );
}
