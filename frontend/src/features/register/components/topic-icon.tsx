// SPDX-License-Identifier: EUPL-1.2
import type { LineTopic } from "@monnaie-commune/sdk/ledger/find-lines";
import {
  ArrowRightLeft,
  Banknote,
  Droplets,
  KeyRound,
  Landmark,
  ScrollText,
  Sprout,
  Store,
  type LucideIcon,
} from "lucide-react";

const ICONS: Record<LineTopic, LucideIcon> = {
  payment: ArrowRightLeft,
  issue: Landmark,
  fonte: Droplets,
  commons: Sprout,
  exit: Banknote,
  decision: ScrollText,
  shop: Store,
  role: KeyRound,
};

/** What a line is about, as a small drawing; what melts and feeds commons has its own colour. */
export function TopicIcon({ topic, className = "" }: { topic: LineTopic; className?: string }) {
  const Icon = ICONS[topic];
  const isFonte = topic === "fonte" || topic === "commons";
  return (
    <span
      aria-hidden="true"
      className={`flex size-10 shrink-0 items-center justify-center rounded-card ${isFonte ? "bg-fonte-wash text-fonte-text" : "bg-stone text-accent"} ${className}`}
    >
      <Icon size={20} strokeWidth={1.75} />
    </span>
  );
}
