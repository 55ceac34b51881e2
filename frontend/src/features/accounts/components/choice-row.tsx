// SPDX-License-Identifier: EUPL-1.2
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: ReactNode; name: string; detail?: string | undefined; isPending: boolean; onChoose: () => void };

export function ChoiceRow({ icon, name, detail, isPending, onChoose }: Props) {
  return (
    <button
      type="button"
      onClick={onChoose}
      aria-busy={isPending || undefined}
      className="flex min-h-16 w-full items-center gap-4 rounded-card border border-line bg-surface px-4 py-3 text-left hover:bg-stone aria-busy:opacity-60"
    >
      {icon}
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{name}</span>
        {detail && <span className="block text-caption text-ink-soft">{detail}</span>}
      </span>
      <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-ink-soft" />
    </button>
  );
}
