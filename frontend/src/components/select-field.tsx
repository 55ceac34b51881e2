// SPDX-License-Identifier: EUPL-1.2
import { ChevronDown } from "lucide-react";
import { useId, type ReactNode } from "react";

type Props = { label: string; value: string; onChange: (value: string) => void; children: ReactNode };

/** A labelled choice among `<option>`s: the browser's own list, which phones draw best. */
export function SelectField({ label, value, onChange, children }: Props) {
  const id = useId();
  return (
    <div className="min-w-0 space-y-1.5">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-12 w-full appearance-none truncate rounded-card border border-line bg-surface py-2 pr-11 pl-4 text-ink max-sm:pr-9 max-sm:pl-3"
        >
          {children}
        </select>
        <ChevronDown
          size={20}
          strokeWidth={1.75}
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-4 max-sm:right-3 -translate-y-1/2 text-ink-soft"
        />
      </div>
    </div>
  );
}
