// SPDX-License-Identifier: EUPL-1.2
import { Delete } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { KeypadKey } from "../keypad.ts";

const KEYS: readonly KeypadKey[] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "comma", "0", "back"];

/** Large keys for one hand; a press leaves the focus where it was, so that Enter still collects. */
export function Keypad({ onPress }: { onPress: (key: KeypadKey) => void }) {
  const { t } = useTranslation("till");
  const comma = useLanguage() === "fr" ? "," : ".";
  return (
    <div role="group" aria-label={t("keypad.keys")} className="grid grid-cols-3 gap-2">
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          {...(key === "comma" && { "aria-label": t("keypad.comma") })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPress(key)}
          className="tabular flex min-h-16 touch-manipulation items-center justify-center gap-2 rounded-card border border-line bg-surface text-title font-bold select-none hover:bg-stone active:bg-ink active:text-page lg:min-h-20"
        >
          {key === "comma" && comma}
          {key === "back" && (
            <>
              <Delete size={26} strokeWidth={1.75} aria-hidden="true" />
              <span className="text-caption font-semibold">{t("keypad.back")}</span>
            </>
          )}
          {key !== "comma" && key !== "back" && key}
        </button>
      ))}
    </div>
  );
}
