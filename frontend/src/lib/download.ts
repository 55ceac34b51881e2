// SPDX-License-Identifier: EUPL-1.2
type Type = "text/csv" | "application/json";

/** Gives a text to the browser as a file. */
export function download(name: string, text: string, type: Type): void {
  downloadBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** Gives bytes to the browser as a file. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken its copy once the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
