// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { CHECK_GROUPS, CHECKS, type Check, type Culprit } from "@monnaie-commune/sdk/ledger/checks/check";
import { ADMIN_ROLE, ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { Journal } from "@monnaie-commune/sdk/ledger/journal";
import type { RolePeriod } from "@monnaie-commune/sdk/ledger/role-periods";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { formatCount, formatDay, language, t } from "../lib/messages.ts";
import { done, heading, line, table } from "../lib/terminal.ts";
import { contractsOf } from "./check-code.ts";
import type { AuditResult } from "./run-audit.ts";

/** A number of a check as people read it. */
export function figureOf(value: bigint, { unit }: Pick<Check, "unit">): string {
  if (unit === "cents") return formatAmount(value, language());
  return unit === "days" ? isoDateOf(Number(value)) : formatCount(value);
}

/** What a check says, of which programme or contract where there are several. */
export function ruleOf({ key, programmeId, contract }: Check): string {
  const rule = t(`checks.rules.${key}`);
  if (programmeId !== undefined) return t("audit.ofProgramme", { programme: programmeId, rule });
  return contract === undefined ? rule : t("audit.ofContract", { contract, rule });
}

function culpritOf({ block, logIndex, tx, account }: Culprit): string {
  const place = t("audit.report.culprit", { block, logIndex, tx });
  return account === undefined ? place : `${place} ${t("audit.report.account", { account })}`;
}

function printCheck(check: Check): void {
  if (check.holds) done(ruleOf(check));
  else line(`✗ ${ruleOf(check)}`);
  const numbers = { expected: figureOf(check.expected, check), actual: figureOf(check.actual, check) };
  line(`    ${t(`audit.report.${check.relation}`, numbers)}`);
  if (!check.holds && check.culprit !== undefined) line(`    ${culpritOf(check.culprit)}`);
}

const ROLE_NAMES = new Map<bigint, string>([
  [ADMIN_ROLE, "ADMIN_ROLE"],
  ...Object.entries(ROLES).map(([name, roleId]) => [roleId, name] as const),
]);

/** Who could do what, from when to when. */
function printRoles(periods: readonly RolePeriod[], { contracts }: Journal): void {
  const names = new Map(contractsOf(contracts).map(([name, address]) => [address.toLowerCase(), name]));
  heading(t("audit.report.roles"));
  table([
    ["role", "account", "since", "until"].map((column) => t(`audit.report.columns.${column}`)),
    ...periods.map(({ roleId, account, since, executionDelay, taken }) => [
      ROLE_NAMES.get(roleId) ?? roleId.toString(),
      names.get(account.toLowerCase()) ?? account,
      isoDateOf(dayOf(since)),
      taken === undefined
        ? executionDelay === 0
          ? t("audit.report.still")
          : t("audit.report.stillDelayed", { seconds: executionDelay })
        : isoDateOf(taken.day),
    ]),
  ]);
}

/** The constants that stand in the code of the contracts, for ever. */
function printConstants(code: AuditResult["code"]): void {
  heading(t("audit.report.constants"));
  table(
    code.flatMap(({ name, examination: { immutables } }) =>
      immutables.map((constant) => [name, constant.name, constant.value ?? t("audit.report.contradictory")]),
    ),
  );
}

/** The whole report: what was read, each check with its two numbers, and who could do what. */
export function printReport({ node, name, symbol, journal, at, accounts, periods, code, checks }: AuditResult): void {
  heading(t("audit.report.title", { name, symbol }));
  line(t("audit.report.block", { chain: node.chainId, block: formatCount(journal.toBlock), day: formatDay(at) }));
  const { entries, acts, contracts } = journal;
  line(
    t("audit.report.read", {
      entries: formatCount(entries.length),
      acts: formatCount(acts.length),
      accounts: formatCount(accounts),
    }),
  );
  table(contractsOf(contracts).map(([contract, address]) => [contract, address]));
  for (const group of CHECK_GROUPS) {
    const own = checks.filter(({ key }) => CHECKS[key].group === group);
    if (own.length === 0) continue;
    heading(t(`checks.groups.${group}`));
    for (const check of own) printCheck(check);
  }
  printConstants(code);
  printRoles(periods, journal);
  line();
}
