// SPDX-License-Identifier: EUPL-1.2
import type { PublicCode } from "../public-list.ts";

/** The public list of reasons for refusing a request of euros. Codes are on chain: never renumber, only append. */
export const REFUSAL_REASONS: readonly PublicCode[] = [
  {
    code: 1,
    key: "bankDetails",
    fr: "Coordonnées bancaires manquantes ou inexactes",
    en: "Bank details missing or wrong",
  },
  { code: 2, key: "askedByShop", fr: "À la demande du commerce", en: "The shop asked for it" },
  { code: 3, key: "twice", fr: "Demande faite deux fois", en: "Requested twice" },
  {
    code: 4,
    key: "underReview",
    fr: "Vérification en cours auprès du commerce",
    en: "Being checked with the shop",
  },
  { code: 5, key: "convention", fr: "Non conforme à la convention", en: "Not in line with the convention" },
  { code: 6, key: "tooSmall", fr: "Montant trop petit pour un virement", en: "Too small for a bank transfer" },
];
