// SPDX-License-Identifier: EUPL-1.2

type Policy = { createHTML(text: string): string };

declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  }
}

// The one place where text becomes markup: pages made by sdk/html.ts, which escapes every value. The frame they are shown in
// runs no script.
const policy: Policy = window.trustedTypes?.createPolicy("print", { createHTML: (text) => text }) ?? {
  createHTML: (text) => text,
};

const STYLE = /<style>([^<]*)<\/style>/g;

/** Takes the styles out of a page: the dApp's headers refuse them where they stand, and let the dApp hand them over. */
function withoutStyles(text: string): { page: string; style: string } {
  return { page: text.replaceAll(STYLE, ""), style: [...text.matchAll(STYLE)].map(([, style]) => style).join("\n") };
}

/** Prints a page of its own, given as a whole HTML text, without leaving the one on the screen. */
export function printPage(text: string): void {
  const { page, style } = withoutStyles(text);
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.srcdoc = policy.createHTML(page);
  frame.setAttribute("aria-hidden", "true");
  frame.className = "fixed size-0 border-0";
  frame.addEventListener("load", () => {
    const { contentWindow, contentDocument } = frame;
    if (!contentWindow || !contentDocument) return;
    const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(style);
    contentDocument.adoptedStyleSheets = [sheet];
    contentWindow.addEventListener("afterprint", () => frame.remove());
    contentWindow.print();
  });
  document.body.append(frame);
}
