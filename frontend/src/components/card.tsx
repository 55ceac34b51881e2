// SPDX-License-Identifier: EUPL-1.2
import { useId, type ReactNode } from "react";

type Props = { title?: string; action?: ReactNode; className?: string; children: ReactNode };

/** A block of a page. With a title it is a region of its own. */
export function Card({ title, action, className = "", children }: Props) {
  const id = useId();
  return (
    <section
      {...(title && { "aria-labelledby": id })}
      className={`rounded-card border border-hairline bg-surface p-5 md:p-8 ${className}`}
    >
      {title && (
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 id={id} className="text-lead font-bold">
            {title}
          </h2>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
