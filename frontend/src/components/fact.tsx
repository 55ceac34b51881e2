// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from "react";

/** A name and what it stands for, as a line of a `<dl>`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-hairline py-2.5">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 font-semibold">{children}</dd>
    </div>
  );
}
