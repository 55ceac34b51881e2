// SPDX-License-Identifier: EUPL-1.2

/** Prints a page of its own, given as a whole HTML text, without leaving the one on the screen. */
export function printPage(text: string): void {
  const frame = document.createElement("iframe");
  frame.srcdoc = text;
  frame.setAttribute("aria-hidden", "true");
  frame.className = "fixed size-0 border-0";
  frame.addEventListener("load", () => {
    frame.contentWindow?.addEventListener("afterprint", () => frame.remove());
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}
