// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { ADMIN_ROLE, ROLES, type RoleName } from "@monnaie-commune/sdk/generated/roles";

export type TableRole = RoleName | "ADMIN_ROLE";

const README = new URL("../../contracts/README.md", import.meta.url);
const ROW = /^\| (?<role>[A-Z_]+) +\| (?<mayDo>.+?) +\| (?<heldBy>.+?) +\|$/u;

/** The id of a role in the access manager. */
export function roleId(role: TableRole): bigint {
  return role === "ADMIN_ROLE" ? ADMIN_ROLE : ROLES[role];
}

/** The roles of the table in contracts/README.md, in its order. */
export function tableRoles(): TableRole[] {
  return rows().map(({ role }) => role);
}

/** What the table in contracts/README.md says: the roles of each function, keyed "Contract.function". */
export function rolesByFunction(): Map<string, TableRole[]> {
  const roles = new Map<string, TableRole[]>();
  for (const { role, mayDo } of rows()) {
    for (const part of mayDo.split(";")) {
      const contract = /^\s*(?<name>\w+)/u.exec(part)?.groups?.name ?? "";
      for (const [, name] of part.matchAll(/`(\w+)`/gu)) {
        const key = `${contract}.${name}`;
        roles.set(key, [...(roles.get(key) ?? []), role]);
      }
    }
  }
  return roles;
}

function rows(): { role: TableRole; mayDo: string }[] {
  return readFileSync(README, "utf8")
    .split("\n")
    .flatMap((line) => {
      const { role, mayDo } = ROW.exec(line)?.groups ?? {};
      return role === undefined || mayDo === undefined ? [] : [{ role: role as TableRole, mayDo }];
    });
}
