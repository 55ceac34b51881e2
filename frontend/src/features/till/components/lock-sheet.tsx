// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { storeTillLock } from "../../../lib/preferences.ts";
import { HOLD, isPin, lockFor } from "../../../lib/till-lock.ts";

type Props = { onLock: (lock: string) => void; onClose: () => void };

/** Locks the till, with a code or without. */
export function LockSheet({ onLock, onClose }: Props) {
  const { t } = useTranslation("till");
  const [pin, setPin] = useState("");
  const [isTried, setIsTried] = useState(false);
  const isGood = pin === "" || isPin(pin);
  return (
    <Sheet title={t("lock.title")} isOpen onClose={onClose}>
      <form
        className="space-y-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsTried(true);
          if (!isGood) return;
          const lock = pin === "" ? HOLD : lockFor(pin);
          storeTillLock(lock);
          onClose();
          onLock(lock);
        }}
      >
        <p>{t("lock.text")}</p>
        <Field
          label={t("lock.pin")}
          hint={t("lock.pinHint")}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          maxLength={8}
          value={pin}
          onChange={setPin}
          error={isTried && !isGood ? t("lock.pinProblem") : undefined}
        />
        <Button type="submit" className="w-full">
          {t("lock.submit")}
        </Button>
      </form>
    </Sheet>
  );
}
