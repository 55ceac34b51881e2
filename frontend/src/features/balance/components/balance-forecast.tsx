// SPDX-License-Identifier: EUPL-1.2
import { forecast } from "@monnaie-commune/sdk/demurrage";
import { BalanceLine } from "../../../components/balance-line/balance-line.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Holding } from "../api/use-holding.ts";

const MONTHS = 24;

/** What a holding becomes over two years. */
export function BalanceForecast({ holding: { account, rates, today } }: { holding: Omit<Holding, "cents"> }) {
  const { symbol } = useRuntime();
  return <BalanceLine points={forecast(account, rates, today, MONTHS)} symbol={symbol} />;
}
