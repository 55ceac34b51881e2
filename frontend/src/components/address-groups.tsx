// SPDX-License-Identifier: EUPL-1.2
import { addressGroups } from "../lib/short-address.ts";

/** The whole address in groups of four, to compare by eye or aloud. */
export function AddressGroups({ address, className = "" }: { address: string; className?: string }) {
  return (
    <p className={`tabular flex flex-wrap gap-x-3 gap-y-1 ${className}`}>
      <span className="sr-only">{address}</span>
      {addressGroups(address).map((group, index) => (
        <span key={index} aria-hidden="true">
          {group}
        </span>
      ))}
    </p>
  );
}
