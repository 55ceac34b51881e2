// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { expect } from "chai";
import { CONTRACT_ROLES, FUNCTION_ROLES, PURPOSE_ROLES } from "../../scripts/lib/permissions.ts";

const README = new URL("../../contracts/README.md", import.meta.url);

type Row = { role: string; functions: string[]; heldBy: string };

/** The table below "## Roles": `Contract: `a`, `b`; Other: `c`` becomes Contract.a, Contract.b, Other.c. */
function rolesTable(): Row[] {
  const section = readFileSync(README, "utf8").split("## Roles")[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| "));
  return rows.slice(2).map((row) => {
    const [, role = "", mayDo = "", heldBy = ""] = row.split("|").map((cell) => cell.trim());
    const functions = mayDo.split(";").flatMap((part) => {
      const contract = /^\s*(AccessManager|RegionalToken|MerchantRegistry|Issuance)\b/u.exec(part)?.[1] ?? "";
      return [...part.matchAll(/`(\w+)`/gu)].map(([, name]) => `${contract}.${name}`);
    });
    return { role, functions: functions.toSorted(), heldBy };
  });
}

function functionsOf(role: string): string[] {
  const bound = Object.entries(FUNCTION_ROLES).flatMap(([contract, functions]) =>
    Object.entries(functions).flatMap(([name, owner]) => (owner === role ? [`${contract}.${name}`] : [])),
  );
  const byPurpose = Object.entries(PURPOSE_ROLES).flatMap(([contract, functions]) =>
    Object.entries(functions).flatMap(([name, owners]) =>
      owners.some((owner) => owner === role) ? [`${contract}.${name}`] : [],
    ),
  );
  return [...bound, ...byPurpose].toSorted();
}

describe("the table of roles in contracts/README.md", () => {
  const table = rolesTable();

  it("has every role of Roles.sol, in order, after ADMIN_ROLE", () => {
    expect(table.map(({ role }) => role)).to.deep.equal(["ADMIN_ROLE", ...Object.keys(ROLES)]);
  });

  for (const role of Object.keys(ROLES)) {
    it(`gives ${role} the functions that deployment gives it`, () => {
      expect(table.find((row) => row.role === role)?.functions).to.deep.equal(functionsOf(role));
    });
  }

  it("names the contracts that hold roles", () => {
    for (const { role, holder } of CONTRACT_ROLES) {
      expect(table.find((row) => row.role === role)?.heldBy).to.contain(`\`${holder}\``);
    }
  });
});
