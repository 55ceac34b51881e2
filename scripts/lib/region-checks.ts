// SPDX-License-Identifier: EUPL-1.2
import { MAX_CENTS } from "@monnaie-commune/sdk/amounts";
import { regionSchema, type HolderRole, type Region } from "@monnaie-commune/sdk/regions";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { getAddress, isAddress, ZeroAddress } from "ethers";
import { contrast, LEAST_CONTRAST, SURFACES } from "./contrast.ts";
import type { MessageParameters } from "./messages.ts";

/** What is wrong with one field: its JSON path (`/currency/symbol`), and the sentence `region.problems.<key>`. */
export type RegionProblem = { path: string; key: string; parameters: MessageParameters };

const validate = new Ajv2020({ allErrors: true, verbose: true }).compile<Region>(regionSchema);

/** Everything that is wrong with the content of a region file; nothing when it is a valid `Region`. */
export function checkRegion(value: unknown): RegionProblem[] {
  if (!validate(value)) return (validate.errors ?? []).flatMap(schemaProblem);
  return [rateProblems, capProblems, exitProblems, departmentProblems, colourProblems, holderProblems].flatMap(
    (check) => check(value),
  );
}

function schemaProblem({ instancePath, keyword, params, data, parentSchema }: ErrorObject): RegionProblem[] {
  const path = (field?: string) => (field === undefined ? instancePath : `${instancePath}/${field}`) || "/";
  const value = JSON.stringify(data) ?? "";
  const examples: unknown = parentSchema?.examples;
  const example = Array.isArray(examples) ? String(examples[0]) : "";
  switch (keyword) {
    case "required":
      return [{ path: path(params.missingProperty), key: "missing", parameters: {} }];
    case "additionalProperties":
      return [{ path: path(params.additionalProperty), key: "unknown", parameters: {} }];
    case "type":
      return [{ path: path(), key: `type.${String(params.type)}`, parameters: { value } }];
    case "pattern":
    case "minLength":
    case "maxLength":
      // A name that is no chain id is reported by `propertyNames` too, which only repeats this.
      return [{ path: path(), key: "form", parameters: { value, example } }];
    case "minimum":
    case "maximum":
      return [{ path: path(), key: keyword, parameters: { value, limit: Number(params.limit) } }];
    case "minItems":
      return [{ path: path(), key: "emptyList", parameters: {} }];
    case "uniqueItems":
      return [
        { path: path(), key: "repeated", parameters: { value: JSON.stringify((data as unknown[])[Number(params.i)]) } },
      ];
    case "enum":
      return [
        { path: path(), key: "choice", parameters: { value, choices: (params.allowedValues as string[]).join(", ") } },
      ];
    case "propertyNames":
      return [];
    default:
      return [{ path: path(), key: "form", parameters: { value, example } }];
  }
}

function rateProblems({ currency }: Region): RegionProblem[] {
  return (["ordinaryRateBps", "merchantRateBps"] as const)
    .filter((field) => currency[field] > currency.rateCeilingBps)
    .map((field) => ({
      path: `/currency/${field}`,
      key: "aboveCeiling",
      parameters: { value: currency[field], ceiling: currency.rateCeilingBps },
    }));
}

function capProblems({ currency }: Region): RegionProblem[] {
  if (BigInt(currency.capCents) <= MAX_CENTS) return [];
  return [{ path: "/currency/capCents", key: "capTooLarge", parameters: { limit: MAX_CENTS } }];
}

function exitProblems({ exits, currency }: Region): RegionProblem[] {
  const problems: RegionProblem[] = [];
  const { feeBps, feeCeilingBps, monthlyAllowanceCents } = exits;
  if (feeBps > feeCeilingBps) {
    const parameters = { value: feeBps, ceiling: feeCeilingBps };
    problems.push({ path: "/exits/feeBps", key: "feeAboveCeiling", parameters });
  }
  if (BigInt(monthlyAllowanceCents) > BigInt(currency.capCents)) {
    const parameters = { value: monthlyAllowanceCents, cap: currency.capCents };
    problems.push({ path: "/exits/monthlyAllowanceCents", key: "allowanceAboveCap", parameters });
  }
  return problems;
}

function departmentProblems({ departments }: Region): RegionProblem[] {
  return (["code", "name"] as const).flatMap((field) =>
    departments.flatMap((department, index) => {
      const first = departments.findIndex((other) => other[field] === department[field]);
      if (first === index) return [];
      const parameters = { value: department[field], first: `/departments/${first}` };
      return [{ path: `/departments/${index}/${field}`, key: "sameDepartment", parameters }];
    }),
  );
}

function colourProblems({ colours }: Region): RegionProblem[] {
  return (["accentLight", "accentDark"] as const).flatMap((field) =>
    SURFACES[field].flatMap((ground) => {
      const ratio = contrast(colours[field], ground);
      if (ratio >= LEAST_CONTRAST) return [];
      const parameters = { value: colours[field], ground, ratio: ratio.toFixed(2), least: LEAST_CONTRAST };
      return [{ path: `/colours/${field}`, key: "contrast", parameters }];
    }),
  );
}

function holderProblems({ holders }: Region): RegionProblem[] {
  return Object.entries(holders).flatMap(([chainId, roles]) => {
    const problems = (Object.entries(roles) as [HolderRole, string[]][]).flatMap(([role, accounts]) =>
      accounts.flatMap((account, index) => {
        const path = `/holders/${chainId}/${role}/${index}`;
        if (account === ZeroAddress) return [{ path, key: "zeroAddress", parameters: {} }];
        if (isAddress(account) && getAddress(account) === account) return [];
        return [{ path, key: "checksum", parameters: { value: account } }];
      }),
    );
    // Nobody may approve a run of their own: there must be an approver for the runs of every officer.
    for (const role of ["BONUS_OFFICER", "REWARD_OFFICER"] as const) {
      const alone = roles[role].some((officer) => roles.APPROVER.every((approver) => approver === officer));
      if (alone)
        problems.push({ path: `/holders/${chainId}/APPROVER`, key: "noOtherApprover", parameters: { value: role } });
    }
    return problems;
  });
}
