// SPDX-License-Identifier: EUPL-1.2
import { useFrame } from "../i18n/frame-texts.ts";

/** The rough layout of a page while its code or the configuration is on its way. */
export function PageSkeleton() {
  const { texts } = useFrame();
  return (
    <div className="space-y-6" role="status">
      <span className="sr-only">{texts.states.loading}</span>
      <div className="skeleton h-9 w-48" />
      <div className="skeleton h-56 w-full" />
      <div className="grid gap-6 md:grid-cols-2">
        <div className="skeleton h-44" />
        <div className="skeleton h-44" />
      </div>
    </div>
  );
}
