// SPDX-License-Identifier: EUPL-1.2
// Runs before the first paint, so that a chosen theme never flashes.
try {
  const theme = localStorage.getItem("mc.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  document.documentElement.lang = localStorage.getItem("mc.language") === "en" ? "en" : "fr";
} catch {}
