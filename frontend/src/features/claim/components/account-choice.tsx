// SPDX-License-Identifier: EUPL-1.2
import { CircleUserRound, Store } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { AddressGroups } from "../../../components/address-groups.tsx";
import { Button } from "../../../components/button.tsx";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { useOpenConnection } from "../../accounts/connection-context.tsx";

type Props = { accounts: readonly Address[]; chosen: Address; onChoose: (account: Address) => void };

/** Where the money goes, with the whole address: one account, or one of those the wallet has. */
export function AccountChoice({ accounts, chosen, onChoose }: Props) {
  const { t } = useTranslation("claim");
  const group = useId();
  const nameOf = useAccountNames();
  const identity = useIdentity();
  const open = useOpenConnection();
  const { isDemonstration } = useRuntime();
  const shop = nameOf(chosen).kind === "shop" ? nameOf(chosen).name : undefined;
  const isDemo = identity.status === "connected" && identity.kind === "demo";
  return (
    <fieldset className="space-y-3">
      <legend className="mb-3">{t(accounts.length > 1 ? "account.several" : "account.one")}</legend>
      {accounts.map((account) => (
        <Choice
          key={account}
          account={account}
          group={group}
          isOnly={accounts.length === 1}
          isChosen={account === chosen}
          onChoose={() => onChoose(account)}
        />
      ))}
      {identity.status === "connected" && !identity.isOnChain && <p>{t("account.otherNetwork")}</p>}
      {shop !== undefined && <p className="font-semibold">{t("account.shop", { name: shop })}</p>}
      <Button kind="quiet" className="-ml-6" onClick={() => open(isDemonstration && isDemo ? "demo" : "wallet")}>
        {t("account.change")}
      </Button>
    </fieldset>
  );
}

type ChoiceProps = { account: Address; group: string; isOnly: boolean; isChosen: boolean; onChoose: () => void };

function Choice({ account, group, isOnly, isChosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation("claim");
  const { name, kind } = useAccountNames()(account);
  const Icon = kind === "shop" ? Store : CircleUserRound;
  const content = (
    <>
      <Icon size={32} strokeWidth={1.5} aria-hidden="true" className="shrink-0 text-accent" />
      <span className="min-w-0 flex-1">
        <span className="block text-lead font-bold">{kind === "unknown" ? t("account.yours") : name}</span>
        <AddressGroups address={account} className="mt-1" />
      </span>
    </>
  );
  const look = "flex items-center gap-4 rounded-card border px-4 py-3";
  if (isOnly) return <div className={`${look} border-hairline`}>{content}</div>;
  return (
    <label
      className={`${look} cursor-pointer border-line hover:bg-stone has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent`}
    >
      <input
        type="radio"
        name={group}
        checked={isChosen}
        onChange={onChoose}
        className="size-5 shrink-0 accent-accent"
      />
      {content}
    </label>
  );
}
