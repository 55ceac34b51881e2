// SPDX-License-Identifier: EUPL-1.2
// Runs before anything else is fetched or drawn.

// The code of a letter stands behind the # of its address, which browsers send to nobody. It leaves the address bar and the
// history at once, and waits in memory for the page that reads it (src/features/claim/letter.ts).
if (location.pathname === "/prime" && location.hash.length > 1) {
  window.letterFragment = location.hash.slice(1);
  history.replaceState(history.state, "", location.pathname);
}

// Text becomes part of a page as text: where a browser would read it as a script or as markup, it is refused (the header
// asks for trusted types), but for the dApp's own files and for emptying an element.
window.trustedTypes?.createPolicy("default", {
  createScriptURL(address) {
    const { origin, pathname } = new URL(address, location.href);
    return origin === location.origin && /^\/(?:assets\/|sw\.js$)/.test(pathname) ? address : null;
  },
  createHTML: (markup) => (markup === "" ? markup : null),
});

// A chosen theme never flashes.
try {
  const theme = localStorage.getItem("mc.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  document.documentElement.lang = localStorage.getItem("mc.language") === "en" ? "en" : "fr";
} catch {}
