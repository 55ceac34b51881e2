// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "react";

const now = () => Math.floor(Date.now() / 1000);

/** This device's clock in Unix seconds, second by second. */
export function useNow(): number {
  const [seconds, setSeconds] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
