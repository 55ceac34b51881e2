// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { keypadKeyOf, pressKey, typedAmount, typedCents, type KeypadKey } from "../keypad.ts";
import { allowSound } from "../sound.ts";
import type { TillState } from "../use-till.ts";
import { Keypad } from "./keypad.tsx";
import { LabelChips } from "./label-chips.tsx";
import { LatestPayments } from "./latest-payments.tsx";
import { TILL_DIGITS } from "./till-amount.tsx";

const TYPES = "input, textarea, select, [role=dialog] *";
const PRESSES = `${TYPES}, button, a`;

/** Keys of a keyboard, wherever the focus is, but for where they mean something else. */
function useKeyboard(press: (key: KeypadKey) => void, enter: () => void) {
  const latest = useRef({ press, enter });
  useEffect(() => {
    latest.current = { press, enter };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return;
      if (key === "Enter" && !target.matches(PRESSES)) return latest.current.enter();
      const typed = keypadKeyOf(key);
      if (typed === undefined || target.matches(TYPES)) return;
      event.preventDefault();
      latest.current.press(typed);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** What to ask for: amount, label, and the button that asks. */
export function KeypadScreen({ till }: { till: TillState }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const [text, setText] = useState("");
  const [label, setLabel] = useState<string>();
  const cents = typedCents(text);
  const press = (key: KeypadKey) => setText((old) => pressKey(old, key));
  const collect = () => {
    if (cents === 0n || !till.isReady) return;
    allowSound();
    till.ask(cents, label);
  };
  useKeyboard(press, collect);
  return (
    <div className="mx-auto grid w-full max-w-lg flex-1 content-between gap-3 px-4 py-3 lg:max-w-5xl lg:grid-cols-2 lg:content-center lg:gap-x-12">
      <div className="space-y-3 lg:self-center">
        <div role="status" aria-label={t("keypad.label")} className="text-center">
          <span className="sr-only">
            {typedAmount(text, language)} {symbol}
          </span>
          <span aria-hidden="true" className="flex flex-wrap items-baseline justify-center gap-x-3">
            <span className={`${TILL_DIGITS} ${text === "" ? "text-ink-soft" : ""}`}>
              {typedAmount(text, language)}
            </span>
            <span className="text-title font-semibold">{symbol}</span>
          </span>
        </div>
        <LabelChips till={till} label={label} onLabel={setLabel} />
        <div className="max-lg:hidden">
          <LatestPayments till={till} />
        </div>
      </div>
      <div className="space-y-3">
        <Keypad onPress={press} />
        <button
          type="button"
          aria-disabled={cents === 0n || !till.isReady}
          onClick={collect}
          className="min-h-16 w-full rounded-pill bg-ink text-title font-bold text-page aria-disabled:cursor-not-allowed aria-disabled:opacity-60"
        >
          {t("keypad.collect")}
        </button>
        <p className="text-center text-caption text-ink-soft max-lg:hidden">{t("keypad.hint")}</p>
      </div>
      <div className="lg:hidden">
        <LatestPayments till={till} />
      </div>
    </div>
  );
}
