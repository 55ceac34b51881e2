// SPDX-License-Identifier: EUPL-1.2
import { CircleAlert } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  isChecked: boolean;
  /** The person went on without it. */
  isMissing: boolean;
  onChange: (isChecked: boolean) => void;
};

/** Asks to compare the whole address of somebody neither the register nor the payer knows. */
export function SecondLook({ isChecked, isMissing, onChange }: Props) {
  const { t } = useTranslation("payment");
  const id = useId();
  return (
    <div className="space-y-2">
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={isChecked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? id : undefined}
          className="size-6 shrink-0 accent-(--accent)"
        />
        {t("payee.compared")}
      </label>
      <p id={id} role="alert" className={isMissing ? "flex items-start gap-2 font-semibold text-bad" : "sr-only"}>
        {isMissing && <CircleAlert size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />}
        {isMissing && t("payee.compareFirst")}
      </p>
    </div>
  );
}
