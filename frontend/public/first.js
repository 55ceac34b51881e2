// SPDX-License-Identifier: EUPL-1.2
// Runs before anything else is fetched or drawn.

// The code of a letter stands behind the # of its address, which browsers send to nobody. It leaves the address bar and the
// history at once, and waits in memory for the page that reads it (src/features/claim/letter.ts).
if (location.pathname === "/prime" && location.hash.length > 1) {
  window.letterFragment = location.hash.slice(1);
  history.replaceState(history.state, "", location.pathname);
}

// A chosen theme never flashes.
try {
  const theme = localStorage.getItem("mc.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  document.documentElement.lang = localStorage.getItem("mc.language") === "en" ? "en" : "fr";
} catch {}
