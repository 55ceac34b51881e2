// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from "react";

function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 96 96"
      aria-hidden="true"
      className="mx-auto w-[17cqw]"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

const PHONE = <rect x="30" y="8" width="44" height="80" rx="8" />;

/** A phone held before a code. */
export function ScanPictogram() {
  return (
    <Drawing>
      {PHONE}
      <path d="M40 34v-6h6M58 28h6v6M64 52v6h-6M46 58h-6v-6" />
      <path d="M47 35h4v4h-4zM55 35h3M47 47h4M55 44v7h4M48 77h8" />
      <path d="M12 30c6 8 6 28 0 36M20 36c3 6 3 18 0 24" />
    </Drawing>
  );
}

/** A finger on the figures of a phone. */
export function AmountPictogram() {
  return (
    <Drawing>
      {PHONE}
      <path d="M38 20h28v12H38zM44 26h10" />
      <path d="M41 43h.1M52 43h.1M63 43h.1M41 54h.1M52 54h.1M63 54h.1M41 65h.1M52 65h.1" strokeWidth="6" />
      <path d="M88 92V76c0-4-3-6-6-6l-8-2V56c0-6-8-6-8 0v24l-5-4c-4-2-7 2-5 5l9 11" fill="#fff" />
    </Drawing>
  );
}

/** A tick on a phone, and the sound it makes. */
export function PaidPictogram() {
  return (
    <Drawing>
      {PHONE}
      <circle cx="52" cy="46" r="15" />
      <path d="M45 46l5 6 9-11M48 77h8" />
      <path d="M14 34c-4 8-4 18 0 26M22 40c-2 5-2 9 0 14M90 34c4 8 4 18 0 26M82 40c2 5 2 9 0 14" />
    </Drawing>
  );
}
