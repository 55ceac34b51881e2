// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "./amounts.ts";
import type { Hex } from "viem";

export type Localised = Record<Language, string>;

/** The roles people hold; those of the system's own contracts (minter, burner, classifier, …) are not configured. */
export const HOLDER_ROLES = [
  "COUNCIL",
  "TREASURER",
  "BONUS_OFFICER",
  "REWARD_OFFICER",
  "APPROVER",
  "REGISTRAR",
  "REVIEWER",
  "GUARDIAN",
] as const;

export type HolderRole = (typeof HOLDER_ROLES)[number];

/**
 * A region, as scripts/config/regions/<slug>.json describes it. Rates are basis points a year, the cap and
 * the monthly allowance are cents as decimal strings, delays are days. The council's accounts also hold the manager's ADMIN_ROLE.
 */
export type Region = {
  slug: string;
  insee: string;
  name: Localised;
  seat: string;
  departments: { code: string; name: string }[];
  currency: {
    name: Localised;
    /** What the token says its name is: at most 31 ASCII characters, because signed messages (EIP-712) hold it. */
    tokenName: string;
    symbol: string;
    capCents: string;
    ordinaryRateBps: number;
    merchantRateBps: number;
    rateCeilingBps: number;
  };
  /** How shops get out to euros; fees are basis points of the amount. */
  exits: { feeBps: number; feeCeilingBps: number; monthlyAllowanceCents: string };
  colours: { accentLight: string; accentDark: string };
  languages: Language[];
  governance: { grantDelayDays: number; adminDelayDays: number };
  /** Where the dApp is, and whom people write to who cannot use it. */
  site: { url: string; accessibilityMail?: string };
  explorers?: Record<string, { transaction: string; address: string }>;
  holders: Record<string, Record<HolderRole, Hex[]>>;
};

const text = {
  type: "string",
  minLength: 1,
  maxLength: 120,
  pattern: "^\\S(?:.*\\S)?$",
  examples: ["Orléans"],
} as const;
const localised = {
  type: "object",
  properties: { fr: text, en: text },
  required: ["fr", "en"],
  additionalProperties: false,
} as const;
const rate = { type: "integer", minimum: 0, maximum: 5_000 } as const;
const fee = { type: "integer", minimum: 0, maximum: 2_000 } as const;
const colour = { type: "string", pattern: "^#[0-9A-Fa-f]{6}$", examples: ["#0F5E68"] } as const;
const delay = { type: "integer", minimum: 0, maximum: 365 } as const;
const chainIds = { pattern: "^[1-9][0-9]{0,15}$", examples: ["11155111"] } as const;
const accounts = {
  type: "array",
  minItems: 1,
  uniqueItems: true,
  items: {
    type: "string",
    pattern: "^0x[0-9a-fA-F]{40}$",
    examples: ["0x70997970C51812dc3A010C7d01b50e0d17dc79C8"],
  },
} as const;
const explorerUrl = (placeholder: string) =>
  ({
    type: "string",
    // One on this machine may do without encryption.
    pattern: `^(?:https://|http://(?:localhost|127\\.0\\.0\\.1)[:/])[^\\s]*\\{${placeholder}\\}[^\\s]*$`,
    examples: [`https://explorer.example/{${placeholder}}`],
  }) as const;

/** JSON Schema (draft 2020-12) of a region file. What a schema cannot say is checked by `npm run region`. */
export const regionSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Region",
  type: "object",
  properties: {
    slug: { type: "string", pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", maxLength: 64, examples: ["centre-val-de-loire"] },
    insee: { type: "string", pattern: "^[0-9]{2}$", examples: ["24"] },
    name: localised,
    seat: text,
    departments: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        properties: { code: { type: "string", pattern: "^(?:[0-9]{2,3}|2[AB])$", examples: ["45"] }, name: text },
        required: ["code", "name"],
        additionalProperties: false,
      },
    },
    currency: {
      type: "object",
      properties: {
        name: localised,
        tokenName: { type: "string", pattern: "^[!-~](?:[ -~]{0,29}[!-~])?$" },
        symbol: { type: "string", pattern: "^[A-Z][A-Z0-9]{1,7}$", examples: ["MC"] },
        capCents: { type: "string", pattern: "^[1-9][0-9]{0,29}$", examples: ["100000000"] },
        ordinaryRateBps: rate,
        merchantRateBps: rate,
        rateCeilingBps: rate,
      },
      required: ["name", "tokenName", "symbol", "capCents", "ordinaryRateBps", "merchantRateBps", "rateCeilingBps"],
      additionalProperties: false,
    },
    exits: {
      type: "object",
      properties: {
        feeBps: fee,
        feeCeilingBps: fee,
        monthlyAllowanceCents: { type: "string", pattern: "^[1-9][0-9]{0,29}$", examples: ["200000"] },
      },
      required: ["feeBps", "feeCeilingBps", "monthlyAllowanceCents"],
      additionalProperties: false,
    },
    colours: {
      type: "object",
      properties: { accentLight: colour, accentDark: colour },
      required: ["accentLight", "accentDark"],
      additionalProperties: false,
    },
    languages: { type: "array", minItems: 1, uniqueItems: true, items: { enum: ["fr", "en"] } },
    governance: {
      type: "object",
      properties: { grantDelayDays: delay, adminDelayDays: delay },
      required: ["grantDelayDays", "adminDelayDays"],
      additionalProperties: false,
    },
    site: {
      type: "object",
      properties: {
        url: { type: "string", pattern: "^https://[^\\s/]+(?:/[^\\s]*)?$", examples: ["https://monnaie.example"] },
        accessibilityMail: { type: "string", pattern: "^[^@\\s]+@[^@\\s]+$", examples: ["acces@region.example"] },
      },
      required: ["url"],
      additionalProperties: false,
    },
    explorers: {
      type: "object",
      propertyNames: chainIds,
      additionalProperties: {
        type: "object",
        properties: { transaction: explorerUrl("transaction"), address: explorerUrl("address") },
        required: ["transaction", "address"],
        additionalProperties: false,
      },
    },
    holders: {
      type: "object",
      propertyNames: chainIds,
      additionalProperties: {
        type: "object",
        properties: Object.fromEntries(HOLDER_ROLES.map((role) => [role, accounts])),
        required: [...HOLDER_ROLES],
        additionalProperties: false,
      },
    },
  },
  required: [
    "slug",
    "insee",
    "name",
    "seat",
    "departments",
    "currency",
    "exits",
    "colours",
    "languages",
    "governance",
    "site",
    "holders",
  ],
  additionalProperties: false,
} as const;
