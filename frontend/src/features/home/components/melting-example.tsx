// SPDX-License-Identifier: EUPL-1.2
import { BalanceForecast } from "../../balance/components/balance-forecast.tsx";
import { useOrdinaryRates } from "../../balance/api/use-holding.ts";

const HUNDRED_UNITS = 10_000n << 48n;

/** What a hundred units become, at the region's own rate. */
export function MeltingExample() {
  const { data } = useOrdinaryRates();
  if (!data) return <div className="skeleton h-80" />;
  const { today, rates } = data;
  return (
    <BalanceForecast holding={{ account: { worth: HUNDRED_UNITS, settledDay: today, rateClass: 0 }, rates, today }} />
  );
}
