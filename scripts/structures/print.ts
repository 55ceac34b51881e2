// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { LAGGING_DAYS, type StructureFigures } from "@monnaie-commune/sdk/structures/structures";
import { formatCount, formatPercent, language, t } from "../lib/messages.ts";
import { done, heading, line, table, warning } from "../lib/terminal.ts";
import type { StructureReport } from "./read.ts";

const column = (name: string) => t(`structure-report.columns.${name}`);

function periodOf({ since, until, standing }: StructureFigures): string[] {
  return [
    isoDateOf(dayOf(since)),
    until === 0 ? "" : isoDateOf(dayOf(until)),
    t(`structure-report.standing.${standing}`),
  ];
}

function title({ structures, block }: StructureReport): void {
  heading(t("structures.title", { count: formatCount(structures.length), block: formatCount(block) }));
}

/** Who committed to accept which share, since when. */
export function printConventions(report: StructureReport): void {
  title(report);
  table([
    ["name", "account", "acceptedShare", "since", "until", "standing"].map(column),
    ...report.structures.map((structure) => [
      report.nameOf(structure.account),
      structure.account,
      formatPercent(structure.acceptedShareBps),
      ...periodOf(structure),
    ]),
  ]);
}

/** What each took in and spent, then those that lag. */
export function printReport(report: StructureReport): void {
  const { structures, nameOf } = report;
  const amount = (cents: bigint) => formatAmount(cents, language());
  title(report);
  table([
    ["name", "acceptedShare", "since", "subsidised", "takings", "spent", "exited", "balance"].map(column),
    ...structures.map((structure) => [
      nameOf(structure.account) || structure.account,
      formatPercent(structure.acceptedShareBps),
      isoDateOf(dayOf(structure.since)),
      ...[structure.subsidised, structure.takings, structure.spent, structure.exited, structure.balance].map(amount),
    ]),
  ]);
  const subsidies = structures.flatMap((structure) => structure.subsidies.map((subsidy) => ({ structure, subsidy })));
  if (subsidies.length > 0) {
    heading(t("structures.subsidies"));
    table(
      subsidies.map(({ structure, subsidy: { runId, day, cents, conventionHash } }) => [
        nameOf(structure.account) || structure.account,
        t("structures.run", { run: runId.toString() }),
        isoDateOf(day),
        amount(cents),
        conventionHash?.slice(0, 18) ?? t("structures.noConvention"),
      ]),
    );
  }
  line();
  const lagging = structures.filter(({ lags }) => lags.length > 0);
  if (lagging.length === 0) {
    done(t("structures.noneLags", { days: LAGGING_DAYS }));
    return;
  }
  for (const structure of lagging) {
    const lags = structure.lags.map((lag) => t(`structure-report.lags.${lag}`)).join(", ");
    warning(t("structures.lags", { name: nameOf(structure.account) || structure.account, lags, days: LAGGING_DAYS }));
  }
}
