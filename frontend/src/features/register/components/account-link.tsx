// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { usePublicNames } from "../use-public-names.ts";

type Props = { address: string; hasDetail?: boolean; className?: string };

/** An account by what it is called, leading to its statement. */
export function AccountLink({ address, hasDetail = false, className = "" }: Props) {
  const { name, detail } = usePublicNames()(address);
  return (
    <Link
      to="/compte/$address"
      params={{ address }}
      className={`inline-block min-h-6 font-semibold text-accent underline underline-offset-4 ${className}`}
    >
      {name}
      {hasDetail && detail && <span className="font-normal text-ink-soft"> · {detail}</span>}
    </Link>
  );
}
