// SPDX-License-Identifier: EUPL-1.2
// Builds the dApp and holds its first load against the budget.
import { buildDapp } from "../lib/dapp.ts";
import { Failure, runVerb } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { table } from "../lib/terminal.ts";
import { BUNDLE_BUDGET, bundleSize } from "./bundle-size.ts";

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

await runVerb(async () => {
  await buildDapp();
  const size = bundleSize();
  const parts = ["beforePaint", "firstLoad"] as const;
  table(parts.map((part) => [t(`test.bundle.${part}`), kilobytes(size[part]), `<= ${kilobytes(BUNDLE_BUDGET[part])}`]));
  if (parts.some((part) => size[part] > BUNDLE_BUDGET[part])) throw new Failure(1, "test.bundle.tooLarge");
});
