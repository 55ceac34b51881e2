// SPDX-License-Identifier: EUPL-1.2
import canonicalize from "canonicalize";
import { hexToString, keccak256, stringToHex } from "viem/utils";
import type { PublicCode } from "./public-list.ts";

/** The public list of trades. Codes are on chain: never renumber, only append. */
export const CATEGORIES: readonly PublicCode[] = [
  { code: 1, key: "organicShop", fr: "Magasin bio", en: "Organic shop" },
  { code: 2, key: "marketGardener", fr: "Maraîchage, AMAP", en: "Market gardener, CSA" },
  { code: 3, key: "bakery", fr: "Boulangerie", en: "Bakery" },
  { code: 4, key: "winemaker", fr: "Vigneron", en: "Winemaker" },
  { code: 5, key: "cheesemaker", fr: "Fromagerie", en: "Cheesemaker" },
  { code: 6, key: "brewery", fr: "Brasserie artisanale", en: "Craft brewery" },
  { code: 7, key: "bookshop", fr: "Librairie", en: "Bookshop" },
  { code: 8, key: "cinema", fr: "Cinéma indépendant", en: "Independent cinema" },
  { code: 9, key: "concertHall", fr: "Salle de concert", en: "Concert hall" },
  { code: 10, key: "museum", fr: "Musée", en: "Museum" },
  { code: 11, key: "bikeRepair", fr: "Atelier vélo", en: "Bike repair" },
  { code: 12, key: "reuseCentre", fr: "Ressourcerie", en: "Reuse centre" },
  { code: 13, key: "fabLab", fr: "Atelier partagé, fab lab", en: "Fab lab" },
  { code: 14, key: "coopCafe", fr: "Café associatif", en: "Co-op café" },
  { code: 15, key: "lodging", fr: "Gîte, hébergement rural", en: "Rural lodging" },
  { code: 16, key: "soapMaker", fr: "Savonnerie", en: "Soap maker" },
  { code: 17, key: "tailor", fr: "Couture, retouches", en: "Tailor" },
  { code: 18, key: "hairdresser", fr: "Coiffure", en: "Hairdresser" },
  { code: 19, key: "homeCare", fr: "Aide à domicile", en: "Home care" },
  { code: 20, key: "carShare", fr: "Autopartage", en: "Car share" },
  { code: 21, key: "transport", fr: "Guichet de transport", en: "Transport ticket desk" },
];

/** The public list of reasons for a suspension. Codes are on chain: never renumber, only append. */
export const SUSPENSION_REASONS: readonly PublicCode[] = [
  { code: 1, key: "closed", fr: "Établissement fermé", en: "The shop has closed" },
  {
    code: 2,
    key: "wrongDetails",
    fr: "Fiche inexacte, en attente de correction",
    en: "Details wrong, to be corrected",
  },
  { code: 3, key: "refusesPayments", fr: "Refus répété de la monnaie", en: "Repeated refusal of the currency" },
  { code: 4, key: "charterBreached", fr: "Charte non respectée", en: "Charter not kept" },
  {
    code: 5,
    key: "fraudSuspected",
    fr: "Soupçon de fraude, vérification en cours",
    en: "Suspected fraud, being checked",
  },
  {
    code: 6,
    key: "lostKey",
    fr: "Clé perdue ou volée, signalée par le commerce",
    en: "Key lost or stolen, reported by the shop",
  },
];

/** The public list of reasons for refusing an application, apart from those above. Never renumber, only append. */
export const REFUSAL_REASONS: readonly PublicCode[] = [
  { code: 101, key: "incomplete", fr: "Fiche incomplète ou inexacte", en: "Details incomplete or wrong" },
  { code: 102, key: "unidentified", fr: "Entreprise introuvable", en: "Business could not be identified" },
  { code: 103, key: "outsideRegion", fr: "Hors de la région", en: "Outside the region" },
  { code: 104, key: "outsideCharter", fr: "Activité hors de la charte", en: "Activity outside the charter" },
  { code: 105, key: "duplicate", fr: "Déjà inscrit avec un autre compte", en: "Already listed with another account" },
];

/**
 * What people read about a shop: business facts that are public anyway. `commune` is its INSEE code, `category` a code
 * of `CATEGORIES`; `fictitious` marks the shops of a demonstration.
 */
export type MerchantRecord = {
  name: string;
  legalName: string;
  category: number;
  commune: string;
  town: string;
  postcode: string;
  street?: string;
  website?: string;
  hours?: string;
  description?: { fr: string; en: string };
  fictitious?: true;
};

/** The record as canonical JSON (RFC 8785): the same facts give the same bytes. */
export function canonicalRecord(record: MerchantRecord): string {
  const text = canonicalize(record);
  if (text === undefined) throw new TypeError("A merchant record is an object");
  return text;
}

/** keccak256 of the UTF-8 bytes of the canonical record: what the registry keeps. */
export function recordHash(record: MerchantRecord): `0x${string}` {
  return keccak256(stringToHex(canonicalRecord(record)));
}

const INSEE_COMMUNE = /^(?:[0-9]{2}|2[AB])[0-9]{3}$/;

/** An INSEE commune code (`45234`, `2A004`) as the registry's `bytes5`. Throws `RangeError` when it is none. */
export function encodeCommune(insee: string): `0x${string}` {
  if (!INSEE_COMMUNE.test(insee)) throw new RangeError(`Not an INSEE commune code: ${JSON.stringify(insee)}`);
  return stringToHex(insee);
}

/** The INSEE commune code in the registry's `bytes5`. Throws `RangeError` when there is none. */
export function decodeCommune(hex: string): string {
  const insee = /^0x[0-9a-fA-F]{10}$/.test(hex) ? hexToString(hex as `0x${string}`) : "";
  if (!INSEE_COMMUNE.test(insee)) throw new RangeError(`Not an INSEE commune code: ${hex}`);
  return insee;
}
