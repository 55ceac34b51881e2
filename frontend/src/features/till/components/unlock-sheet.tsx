// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { storeTillLock } from "../../../lib/preferences.ts";
import { useDisconnect } from "../../accounts/api/use-connect.ts";
import { HOLD, opens, waitAfter } from "../../../lib/till-lock.ts";
import { useNow } from "../use-now.ts";
import { HoldButton } from "./hold-button.tsx";

/** Asks for the code; after some wrong ones it makes one wait. */
function PinForm({ lock, onOpen }: { lock: string; onOpen: () => void }) {
  const { t } = useTranslation("till");
  const now = useNow();
  const [pin, setPin] = useState("");
  const [wrong, setWrong] = useState({ tries: 0, until: 0 });
  const wait = Math.max(0, wrong.until - now);
  const problem = wait > 0 ? t("unlock.wait", { count: wait }) : wrong.tries > 0 ? t("unlock.wrong") : undefined;
  return (
    <form
      className="space-y-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wait > 0 || pin === "") return;
        if (opens(lock, pin)) return onOpen();
        const tries = wrong.tries + 1;
        setWrong({ tries, until: now + waitAfter(tries) });
        setPin("");
      }}
    >
      <Field
        label={t("unlock.pin")}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={pin}
        onChange={setPin}
        error={problem}
      />
      <Button type="submit" className="w-full" isPending={wait > 0}>
        {t("unlock.submit")}
      </Button>
    </form>
  );
}

function Forgotten({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation("till");
  const disconnect = useDisconnect();
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button kind="quiet" onClick={() => setIsAsking(true)}>
        {t("unlock.forgot")}
      </Button>
    );
  }
  return (
    <div className="space-y-4 rounded-card bg-stone p-5">
      <p>{t("unlock.forgotText")}</p>
      <Button kind="secondary" onClick={() => void disconnect().then(onOpen)}>
        {t("unlock.forgotSubmit")}
      </Button>
    </div>
  );
}

type Props = { lock: string; onUnlock: () => void; onClose: () => void };

/** Opens a locked till: by its code, or by a long press where none was chosen. */
export function UnlockSheet({ lock, onUnlock, onClose }: Props) {
  const { t } = useTranslation("till");
  const open = () => {
    storeTillLock(undefined);
    onClose();
    onUnlock();
  };
  return (
    <Sheet title={t("unlock.title")} isOpen onClose={onClose}>
      <div className="space-y-5">
        {lock === HOLD ? (
          <HoldButton label={t("unlock.hold")} hint={t("unlock.holdText")} onHeld={open} />
        ) : (
          <>
            <PinForm lock={lock} onOpen={open} />
            <Forgotten onOpen={open} />
          </>
        )}
      </div>
    </Sheet>
  );
}
