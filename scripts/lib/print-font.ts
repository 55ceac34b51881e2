// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const FILE = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";

/** The dApp's typeface as a CSS rule that holds it: what is printed asks for nothing from anywhere. */
export function printFont(): string {
  const require = createRequire(new URL("../../frontend/package.json", import.meta.url));
  const bytes = readFileSync(require.resolve(FILE)).toString("base64");
  const source = `url(data:font/woff2;base64,${bytes}) format("woff2")`;
  return `@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:200 800;src:${source}}\n`;
}
