// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from "react";
import { paymentKey, type JudgedPayment } from "./judge-payments.ts";
import { useKept } from "./kept.ts";
import { soundAttention, soundPaid } from "./sound.ts";

const parseIsOn = (value: unknown) => value !== false;

export type TillSound = { isOn: boolean; toggle: () => void };

/** Sounds once for every payment that comes in for this till; what was there when it opened is silent. */
export function useTillSound(judged: readonly JudgedPayment[], isReady: boolean): TillSound {
  const [isOn, change] = useKept("mc.till.sound", parseIsOn);
  const heard = useRef<Set<string>>(undefined);

  useEffect(() => {
    if (!isReady) return;
    const ours = judged.filter(({ verdict }) => verdict !== "other");
    const known = heard.current;
    const fresh = known ? ours.filter((each) => !known.has(paymentKey(each.payment))) : [];
    heard.current = new Set([...(known ?? []), ...ours.map(({ payment }) => paymentKey(payment))]);
    if (!isOn || fresh.length === 0) return;
    if (fresh.some(({ verdict }) => verdict !== "exact")) soundAttention();
    else soundPaid();
  }, [judged, isReady, isOn]);

  return { isOn, toggle: () => change((old) => !old) };
}
