// SPDX-License-Identifier: EUPL-1.2
import { roleName } from "@monnaie-commune/sdk/role-names";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../../components/data-table.tsx";
import { Fold } from "../../../components/fold.tsx";
import { keyOfSelector } from "../../register/function-key.ts";
import type { RestrictedFunction } from "../answer-contracts.ts";

/** Every function that asks for a role, folded: what is not here, anybody may call. */
export function RoleFunctions({ functions }: { functions: readonly RestrictedFunction[] }) {
  const { t } = useTranslation(["contracts", "register", "calls", "audit"]);
  const byRole = new Map<string, string[]>();
  for (const { contract, selector, roleId } of functions) {
    const role = roleName(roleId);
    const key = keyOfSelector(selector);
    const name =
      role === undefined ? t("register:values.role", { id: roleId.toString() }) : t(`audit:roles.names.${role}`);
    const what = key === undefined ? selector : t(`calls:functions.${key}`);
    byRole.set(name, [...(byRole.get(name) ?? []), `${what} (${t(`register:contracts.${contract}`)})`]);
  }
  return (
    <Fold title={t("functions.title")} className="mt-4">
      <div className="mt-3">
        <DataTable
          caption={t("functions.caption")}
          note={t("functions.note")}
          columns={[{ name: t("roles.role") }, { name: t("roles.may") }]}
          rows={[...byRole].map(([role, whats]) => ({
            key: role,
            cells: [
              role,
              <ul key="what">
                {whats.map((what) => (
                  <li key={what}>{what}</li>
                ))}
              </ul>,
            ],
          }))}
        />
      </div>
    </Fold>
  );
}
