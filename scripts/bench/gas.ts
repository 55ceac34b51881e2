// SPDX-License-Identifier: EUPL-1.2
import { benchChain } from "./bench-chain.ts";
import { claimFigures } from "./gas-claims.ts";
import { exitFigures } from "./gas-exits.ts";
import type { GasFigure } from "./figures.ts";
import { arithmeticFigures } from "./gas-arithmetic.ts";
import { paymentFigures } from "./gas-payments.ts";
import { runFigures } from "./gas-runs.ts";
import { signatureFigures } from "./gas-signatures.ts";

/** Every gas figure, each part on a fresh chain. The same code gives the same figures to the last unit. */
export async function measureGas(): Promise<GasFigure[]> {
  const figures: GasFigure[] = [];
  for (const part of [paymentFigures, signatureFigures, runFigures, claimFigures, exitFigures, arithmeticFigures]) {
    figures.push(...(await part(await benchChain())));
  }
  return figures;
}
