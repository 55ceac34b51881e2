// SPDX-License-Identifier: EUPL-1.2
import {
  BedDouble,
  Beer,
  Bike,
  BookOpen,
  Car,
  Carrot,
  Clapperboard,
  Coffee,
  Croissant,
  Droplets,
  Grape,
  HeartHandshake,
  Landmark,
  Music,
  Recycle,
  Scissors,
  Shirt,
  ShoppingBasket,
  Store,
  TrainFront,
  Wrench,
  type LucideIcon,
} from "lucide-react";

const ICONS: Record<number, LucideIcon> = {
  1: ShoppingBasket,
  2: Carrot,
  3: Croissant,
  4: Grape,
  5: Store,
  6: Beer,
  7: BookOpen,
  8: Clapperboard,
  9: Music,
  10: Landmark,
  11: Bike,
  12: Recycle,
  13: Wrench,
  14: Coffee,
  15: BedDouble,
  16: Droplets,
  17: Shirt,
  18: Scissors,
  19: HeartHandshake,
  20: Car,
  21: TrainFront,
};

/** The little sign of a trade, on stone; decorative, the trade's name stands beside it. */
export function ShopSign({ category, isLarge = false }: { category: number | undefined; isLarge?: boolean }) {
  const Icon = (category !== undefined && ICONS[category]) || Store;
  return (
    <span
      aria-hidden="true"
      className={`flex shrink-0 items-center justify-center rounded-card bg-stone text-accent ${isLarge ? "size-16" : "size-12"}`}
    >
      <Icon size={isLarge ? 30 : 24} strokeWidth={1.75} />
    </span>
  );
}
