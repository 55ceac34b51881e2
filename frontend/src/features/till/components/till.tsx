// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../../../components/page.tsx";
import { storedTillLock } from "../../../lib/preferences.ts";
import { shortAddress } from "../../../lib/short-address.ts";
import type { Shop } from "../../merchants/shop.ts";
import { useAlone } from "../use-alone.ts";
import { useTill } from "../use-till.ts";
import { useTillSound } from "../use-till-sound.ts";
import { useWakeLock } from "../use-wake-lock.ts";
import { KeypadScreen } from "./keypad-screen.tsx";
import { PaidScreen } from "./paid-screen.tsx";
import { PaymentNotices } from "./payment-notices.tsx";
import { TillBar } from "./till-bar.tsx";
import { WaitingScreen } from "./waiting-screen.tsx";

// Black on white, or white on ink: read in the sun, at an arm's length.
const STARK = "[--page:light-dark(#fff,#12191e)] [--surface:light-dark(#fff,#12191e)] [--ink:light-dark(#000,#fff)]";

/** The whole screen: nothing of the page around it can be reached. */
export function Till({ shop }: { shop: Shop }) {
  const { t } = useTranslation("till");
  useWakeLock();
  const alone = useAlone<HTMLDivElement>();
  const till = useTill(shop.address);
  const sound = useTillSound(till.judged, till.isReady);
  const [lock, setLock] = useState(storedTillLock);
  const name = shop.record?.name ?? shortAddress(shop.address);
  const { current } = till;
  const isPaid = current?.state.step === "paid";
  return (
    <Page title={t("title")} isTitleHidden>
      <div ref={alone} className={`${STARK} fixed inset-0 z-40 flex flex-col overflow-y-auto bg-page text-ink`}>
        <TillBar name={name} lock={lock} onLock={setLock} sound={sound} />
        <PaymentNotices till={till} />
        {current && isPaid && <PaidScreen key={current.request.reference} till={till} current={current} />}
        {current && !isPaid && (
          <WaitingScreen
            key={current.request.reference}
            till={till}
            current={current}
            shop={shop.address}
            name={name}
          />
        )}
        {!current && <KeypadScreen till={till} />}
      </div>
    </Page>
  );
}
