// SPDX-License-Identifier: EUPL-1.2
import { useId } from "react";

type Props<T extends string> = {
  label: string;
  value: T;
  choices: readonly { value: T; name: string; lang?: string }[];
  onChange: (value: T) => void;
};

/** A few choices side by side, one of which holds; native radio buttons underneath. */
export function ChoiceGroup<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            lang={choice.lang}
            className="flex min-h-12 cursor-pointer items-center gap-2 rounded-pill border border-line px-5 font-semibold hover:bg-stone has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="sr-only"
            />
            {choice.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
