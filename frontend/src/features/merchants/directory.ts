// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import { CATEGORIES } from "@monnaie-commune/sdk/merchants";
import { distanceKm, type Places } from "@monnaie-commune/sdk/places";
import type { DirectoryFilters } from "./directory-link.ts";
import { openSpan, parseHours } from "./opening-hours.ts";
import { isVerified, searchShops, type Shop } from "./shop.ts";

/** The INSEE code of the department a commune lies in: overseas ones have three digits. */
export function departmentOf(commune: string): string {
  return commune.startsWith("97") || commune.startsWith("98") ? commune.slice(0, 3) : commune.slice(0, 2);
}

function isIn(place: string | undefined, { commune }: Shop): boolean {
  return place === undefined || commune === place || departmentOf(commune) === place;
}

/** Whether its hours say that it is open now; who says nothing one can read is not counted as open. */
export function isOpenNow({ record }: Shop): boolean {
  const week = record?.hours === undefined ? undefined : parseHours(record.hours);
  return week !== undefined && openSpan(week) !== undefined;
}

/**
 * The shops a page of the list shows. `payable` ones are approved and their record is authentic; `unverified` ones are
 * approved, but nobody can vouch for the name that is published; `suspended` ones are named, so that people understand.
 */
export type Directory = { payable: Shop[]; unverified: Shop[]; suspended: Shop[] };

export function directoryOf(shops: readonly Shop[], filters: DirectoryFilters, language: Language): Directory {
  const { q = "", metier, lieu, ouvert } = filters;
  const category = CATEGORIES.find(({ key }) => key === metier)?.code;
  const here = shops.filter(
    (shop) =>
      (category === undefined || shop.category === category) &&
      isIn(lieu, shop) &&
      (ouvert === undefined || isOpenNow(shop)),
  );
  return {
    payable: searchShops(here.filter(isVerified), q, language),
    // They have no name to be found by.
    unverified: q.trim() === "" ? here.filter(({ status, record }) => status === "approved" && !record) : [],
    suspended: searchShops(
      here.filter(({ status }) => status === "suspended"),
      q,
      language,
    ),
  };
}

/** A shop and how far it is, in whole kilometres, where that is known. */
export type FarShop = { shop: Shop; km?: number };

/** Shops with their distance from a commune, the nearest first; those of unknown place last. */
export function byDistance(shops: readonly Shop[], from: string | undefined, places: Places | undefined): FarShop[] {
  if (from === undefined || places === undefined) return shops.map((shop) => ({ shop }));
  const measured = shops.map((shop): FarShop => {
    const km = distanceKm(places, from, shop.commune);
    return km === undefined ? { shop } : { shop, km };
  });
  return measured.toSorted((one, other) => (one.km ?? Infinity) - (other.km ?? Infinity));
}

/** A town with shops in it. */
export type Town = { commune: string; name: string };

/** The towns of each department that have a shop, by name; names come from records held to the register. */
export function townsByDepartment(shops: readonly Shop[], language: Language): Map<string, Town[]> {
  const names = new Map<string, string>();
  for (const { commune, record } of shops) if (record) names.set(commune, record.town);
  const towns = [...names]
    .map(([commune, name]) => ({ commune, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
  return Map.groupBy(towns, ({ commune }) => departmentOf(commune));
}

/** The trades that have a shop, by name. */
export function tradesOf(shops: readonly Shop[], language: Language): { key: string; name: string }[] {
  const codes = new Set(shops.filter(isVerified).map(({ category }) => category));
  return CATEGORIES.filter(({ code }) => codes.has(code))
    .map(({ key, [language]: name }) => ({ key, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
}
