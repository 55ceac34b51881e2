// SPDX-License-Identifier: EUPL-1.2
import { CircleAlert } from "lucide-react";
import { useId, type ComponentProps, type ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "id" | "className" | "onChange"> & {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to put it right; said as soon as it appears. */
  error?: string | undefined;
  suffix?: string;
  inputClass?: string;
  onChange: (value: string) => void;
};

/** A labelled text field with a hint and an error, tied together for assistive technology. */
export function Field({ label, hint, error, suffix, inputClass = "", onChange, ...rest }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-caption text-ink-soft">
          {hint}
        </p>
      )}
      <div
        className={`flex items-baseline gap-2 rounded-card border bg-surface px-4 focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-accent ${error ? "border-bad" : "border-line"}`}
      >
        <input
          id={id}
          autoComplete="off"
          {...rest}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          className={`min-h-12 w-full min-w-0 bg-transparent py-2 outline-none placeholder:text-ink-soft ${inputClass}`}
        />
        {suffix && (
          <span aria-hidden="true" className="shrink-0 font-semibold text-ink-soft">
            {suffix}
          </span>
        )}
      </div>
      <p
        id={`${id}-error`}
        role="alert"
        className={error ? "flex items-start gap-2 font-semibold text-bad" : "sr-only"}
      >
        {error && <CircleAlert size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />}
        {error}
      </p>
    </div>
  );
}
