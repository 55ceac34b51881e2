// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from "react";

/** The siblings of an element and of all that is around it: the rest of the page. */
function rest(element: Element): Element[] {
  const others: Element[] = [];
  for (let inner = element; inner !== document.body && inner.parentElement; inner = inner.parentElement) {
    others.push(...[...inner.parentElement.children].filter((each) => each !== inner));
  }
  return others.filter((each) => each.tagName !== "SCRIPT" && !each.hasAttribute("inert"));
}

/** While the element is there, nothing else on the page can be reached: by finger, by keyboard or by reading aloud. */
export function useAlone<T extends Element>() {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (!ref.current) return;
    const others = rest(ref.current);
    for (const each of others) each.setAttribute("inert", "");
    return () => {
      for (const each of others) each.removeAttribute("inert");
    };
  }, []);
  return ref;
}
