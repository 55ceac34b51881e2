// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from "react";

const UNTIL_MEASURED = 640;

/** The width of an element in pixels, kept up to date. */
export function useWidth<T extends Element>() {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(UNTIL_MEASURED);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = entry?.contentRect.width ?? 0;
      if (measured > 0) setWidth(measured);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
