// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from "react";

/** Keeps the screen on as long as the page is in sight; a device that cannot goes dark as it always does. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      // Refused when the battery is low.
      lock = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isOver) await lock?.release();
    };
    const askAgain = () => void ask();
    askAgain();
    // The system takes it back whenever the page is hidden.
    document.addEventListener("visibilitychange", askAgain);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", askAgain);
      void lock?.release();
    };
  }, []);
}
