// SPDX-License-Identifier: EUPL-1.2
import { withoutLookAlikes } from "@monnaie-commune/sdk/ledger/set-aside";
import { useMemo } from "react";
import { useStoredContacts } from "../../contacts/contact-store.ts";
import { useShops } from "../../merchants/api/use-shops.ts";
import type { AccountStatement } from "./use-statement.ts";

/** A statement's lines, and apart from them those made to mislead, oldest first. */
export function useTrustworthyLines({ lines: all, zeros }: AccountStatement) {
  const { contacts } = useStoredContacts();
  const { data: shops } = useShops();
  return useMemo(() => {
    const known = [...contacts, ...(shops ?? [])].map(({ address }) => address);
    const { lines, lookAlikes } = withoutLookAlikes(all, known);
    const setAside = [...zeros, ...lookAlikes].toSorted(
      (one, other) => one.block - other.block || one.logIndex - other.logIndex,
    );
    return { lines, setAside };
  }, [all, zeros, contacts, shops]);
}
