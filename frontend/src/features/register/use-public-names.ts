// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES } from "@monnaie-commune/sdk/deployments";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { useContracts } from "../../lib/contracts.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { isSameAddress } from "../../lib/short-address.ts";
import { useAccountNames, type AccountName } from "../accounts/api/use-account-names.ts";
import { useStoredContacts } from "../contacts/contact-store.ts";
import { useShops } from "../merchants/api/use-shops.ts";
import type { NamedAccount } from "./register-filter.ts";

/** As `useAccountNames`, and the region's own contracts by what they are. As an account, the currency's is the commons. */
export function usePublicNames(): (address: string) => AccountName {
  const { token } = useContracts();
  const nameOf = useAccountNames();
  const contractName = useContractNames();
  return (address) => {
    const name = isSameAddress(address, token.address) ? undefined : contractName(address);
    return name === undefined ? nameOf(address) : { name, kind: "commons" };
  };
}

/** What a contract of the region is called, by its address. */
export function useContractNames(): (address: string) => string | undefined {
  const { t } = useTranslation("register");
  const { contracts } = useRuntime().deployment;
  return (address) => {
    const contract = CONTRACT_NAMES.find((name) => isSameAddress(contracts[name].address, address));
    return contract && t(`contracts.${contract}`);
  };
}

/** Every account one can look for by its name: contracts, shops, one's own contacts, and people of the demonstration. */
export function useKnownAccounts(): NamedAccount[] {
  const { t } = useTranslation(["register", "common"]);
  const { deployment, demoIdentities } = useRuntime();
  const language = useLanguage();
  const { data: shops } = useShops();
  const { contacts } = useStoredContacts();
  return useMemo(
    () => [
      ...CONTRACT_NAMES.map((name) => ({
        address: deployment.contracts[name].address,
        name: name === "RegionalToken" ? t("common:names.commons") : t(`register:contracts.${name}`),
      })),
      ...(shops ?? []).flatMap(({ address, record }) =>
        record ? [{ address: address, name: `${record.name} ${record.town}` }] : [],
      ),
      ...contacts.map(({ address, name }) => ({ address: address, name })),
      ...demoIdentities.map(({ address, name }) => ({ address, name: name[language] })),
    ],
    [deployment, demoIdentities, shops, contacts, t, language],
  );
}
