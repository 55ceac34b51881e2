// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useFrame } from "../i18n/frame-texts.ts";
import { MAIN_PAGES } from "./main-pages.ts";

/** The way around on phones and tablets: five pages, each with its word. */
export function BottomBar() {
  const { texts } = useFrame();
  return (
    <nav
      aria-label={texts.shell.mainNavigation}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-hairline bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto flex max-w-column">
        {MAIN_PAGES.map(({ to, label, icon: Icon }) => (
          <li key={to} className="flex-auto">
            <Link
              to={to}
              activeOptions={{ exact: true, includeSearch: false }}
              className="group flex min-h-16 flex-col items-center justify-center gap-1 text-caption leading-none text-ink-soft no-underline -outline-offset-2"
              activeProps={{ className: "!text-accent" }}
            >
              <span className="rounded-pill px-4 py-1 group-data-[status=active]:bg-accent-wash">
                <Icon size={22} strokeWidth={1.75} aria-hidden="true" />
              </span>
              <span className="max-w-full truncate tracking-tight">{texts.pages[label]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
