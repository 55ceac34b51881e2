// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import type { PagePath } from "./router.tsx";

type Props = { to: PagePath; icon: LucideIcon; name: string };

/** One page in the rail. */
export function RailLink({ to, icon: Icon, name }: Props) {
  return (
    <li>
      <Link
        to={to}
        activeOptions={{ exact: true, includeSearch: false }}
        className="flex min-h-11 items-center gap-3 rounded-card px-3 text-ink no-underline hover:bg-stone"
        activeProps={{ className: "bg-accent-wash font-bold !text-accent" }}
      >
        <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
        {name}
      </Link>
    </li>
  );
}
