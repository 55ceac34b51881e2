// SPDX-License-Identifier: EUPL-1.2
import { cleanLabel, LONGEST_LABEL } from "@monnaie-commune/sdk/payments/request";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import type { TillState } from "../use-till.ts";

const CHIP =
  "inline-flex min-h-11 items-center rounded-pill border border-line px-4 font-semibold hover:bg-stone aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-page";

type Props = { till: TillState; label: string | undefined; onLabel: (label: string | undefined) => void };

/** What the payment is for, in one press; pressed again, for nothing in particular. */
export function LabelChips({ till, label, onLabel }: Props) {
  const { t } = useTranslation("till");
  const [isTyping, setIsTyping] = useState(false);
  const [text, setText] = useState("");
  const defaults = [t("labels.defaults.purchase"), t("labels.defaults.onSite"), t("labels.defaults.takeAway")];
  const labels = till.labels ?? defaults;
  const close = () => {
    setIsTyping(false);
    setText("");
  };
  return (
    <div role="group" aria-label={t("labels.legend")} className="flex flex-wrap justify-center gap-2">
      {labels.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === label}
          onClick={() => onLabel(each === label ? undefined : each)}
          className={CHIP}
        >
          {each}
        </button>
      ))}
      <button type="button" onClick={() => setIsTyping(true)} className={CHIP}>
        {t("labels.other")}
      </button>
      <Sheet title={t("labels.otherTitle")} isOpen={isTyping} onClose={close}>
        <form
          className="space-y-5"
          onSubmit={(event) => {
            event.preventDefault();
            const wanted = cleanLabel(text);
            if (wanted !== "") {
              till.keepLabel(wanted, labels);
              onLabel(wanted);
            }
            close();
          }}
        >
          <Field
            label={t("labels.otherLabel")}
            hint={t("labels.otherHint")}
            value={text}
            onChange={setText}
            maxLength={LONGEST_LABEL}
          />
          <Button type="submit" className="w-full">
            {t("labels.use")}
          </Button>
        </form>
      </Sheet>
    </div>
  );
}
