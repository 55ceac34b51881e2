// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import type { HeldRole } from "../audit.ts";
import { DataTable } from "../../../components/data-table.tsx";

/** What an address is, when it is one of the region's own contracts. */
function useContractName(): (address: string) => string | undefined {
  const { t } = useTranslation("audit");
  const { contracts } = useRuntime().deployment;
  return (address) => {
    if (isSameAddress(address, contracts.Issuance.address)) return t("roles.issuance");
    if (isSameAddress(address, contracts.Redemptions.address)) return t("roles.redemptions");
    if (isSameAddress(address, contracts.MerchantRegistry.address)) return t("roles.registry");
    return undefined;
  };
}

function Holder({ address }: { address: string }) {
  const { explorers } = useRuntime().region;
  const { chainId } = useRuntime();
  const contractName = useContractName()(address);
  const link = explorers?.[chainId]?.address.replace("{address}", address);
  const text = <code className="text-caption break-all">{address}</code>;
  return (
    <li>
      {contractName && <span className="block">{contractName}</span>}
      {link ? (
        <a href={link} target="_blank" rel="noreferrer" className="underline underline-offset-4">
          {text}
        </a>
      ) : (
        text
      )}
    </li>
  );
}

/** Who may do what: each role, in words, and the accounts that hold it. */
export function RoleTable({ roles }: { roles: readonly HeldRole[] }) {
  const { t } = useTranslation("audit");
  return (
    <DataTable
      caption={t("roles.caption")}
      note={t("roles.note")}
      columns={[{ name: t("roles.role") }, { name: t("roles.may") }, { name: t("roles.holders") }]}
      rows={roles.map(({ name, holders }) => ({
        key: name,
        cells: [
          t(`roles.names.${name}`),
          <span key="may" className="text-ink-soft">
            {t(`roles.mays.${name}`)}
          </span>,
          holders.length === 0 ? (
            t("roles.nobody")
          ) : (
            <ul key="holders" className="space-y-2">
              {holders.map((address) => (
                <Holder key={address} address={address} />
              ))}
            </ul>
          ),
        ],
      }))}
    />
  );
}
