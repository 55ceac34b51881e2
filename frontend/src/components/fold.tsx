// SPDX-License-Identifier: EUPL-1.2
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

const LOOKS = {
  text: { box: "", title: "inline-flex min-h-11 gap-1 text-accent" },
  card: { box: "rounded-card border border-hairline bg-surface px-5 md:px-8", title: "flex min-h-14 gap-2" },
} as const;

type Props = { title: string; look?: keyof typeof LOOKS; className?: string; children: ReactNode };

/** Something one opens to read it: under a line of text, or a card of its own. */
export function Fold({ title, look = "text", className = "", children }: Props) {
  return (
    <details className={`group ${LOOKS[look].box} ${className}`}>
      <summary className={`items-center font-semibold ${LOOKS[look].title}`}>
        <ChevronRight
          size={20}
          strokeWidth={1.75}
          aria-hidden="true"
          className="transition-transform group-open:rotate-90"
        />
        {title}
      </summary>
      {children}
    </details>
  );
}
