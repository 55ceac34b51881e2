// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "react";

const EVERY_MS = 5_000;

const seconds = () => Math.floor(Date.now() / 1000);

/** Unix seconds, a few of them late at most. */
export function useNow(): number {
  const [now, setNow] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setNow(seconds()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
