// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "react";

/** Seconds since the component was first shown. */
export function useElapsedSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
