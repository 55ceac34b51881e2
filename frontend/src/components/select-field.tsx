// SPDX-License-Identifier: EUPL-1.2
import { ChevronDown, CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  name?: string;
  children: ReactNode;
};

/** A labelled choice among `<option>`s: the browser's own list, which phones draw best. */
export function SelectField({ label, value, onChange, hint, error, name, children }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="min-w-0 space-y-1.5">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-caption text-ink-soft">
          {hint}
        </p>
      )}
      <div className="relative">
        <select
          id={id}
          name={name}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          onChange={(event) => onChange(event.target.value)}
          className={`min-h-12 w-full appearance-none truncate rounded-card border bg-surface py-2 pr-11 pl-4 text-ink max-sm:pr-9 max-sm:pl-3 ${error ? "border-bad" : "border-line"}`}
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
      {error && (
        <p id={`${id}-error`} role="alert" className="flex items-start gap-2 font-semibold text-bad">
          <CircleAlert size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
