// SPDX-License-Identifier: EUPL-1.2
import { CopyButton } from "../../../components/copy-button.tsx";

/** A hash in full, in groups one can read aloud, and a way to copy it. */
export function Fingerprint({ label, hash }: { label: string; hash: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-caption text-ink-soft">
      <span>{label}</span>
      <code className="min-w-0 break-all">{hash}</code>
      <CopyButton text={hash} about={label} />
    </p>
  );
}
