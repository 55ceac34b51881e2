// SPDX-License-Identifier: EUPL-1.2
import { figuresOf, type Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import type { Entry } from "@monnaie-commune/sdk/ledger/entries";
import { startOfDay } from "@monnaie-commune/sdk/days";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { RuntimeContext } from "../../lib/runtime-context.ts";
import { runtimeConfig } from "../../testing/runtime-config.ts";
import { GaugeCard } from "./components/gauge-card.tsx";
import { PaymentsCard } from "./components/payments-card.tsx";

const { contracts } = runtimeConfig().deployment;
const ADDRESSES = {
  AccessManager: contracts.AccessManager.address,
  RegionalToken: contracts.RegionalToken.address,
  MerchantRegistry: contracts.MerchantRegistry.address,
  Issuance: contracts.Issuance.address,
  Redemptions: contracts.Redemptions.address,
};
/** 2026-01-01. */
const JANUARY = 20_454;
const ANA = `0x${"a1".repeat(20)}` as const;
const BEN = `0x${"b2".repeat(20)}` as const;

/** Ana pays Ben so many cents on each of some days, counted from the first of January 2026. */
function figures(paid: readonly [day: number, cents: bigint][], today: number): Figures {
  const place = (day: number, block: number) => ({ day: JANUARY + day, block, logIndex: 0, tx: "0x00" as const });
  const total = paid.reduce((sum, [, cents]) => sum + cents, 0n);
  const entries: Entry[] = [
    { kind: "issue", to: ANA, cents: total, ...place(0, 0) },
    ...paid.map(([day, cents], i): Entry => ({ kind: "payment", from: ANA, to: BEN, cents, ...place(day, i + 1) })),
  ];
  return figuresOf({ contracts: ADDRESSES, entries, acts: [], toBlock: paid.length }, startOfDay(JANUARY + today));
}

function show(page: ReactNode) {
  render(<RuntimeContext.Provider value={runtimeConfig()}>{page}</RuntimeContext.Provider>);
}

const text = () => document.body.textContent?.replaceAll(/[\u202F\u00A0]/gu, " ") ?? "";

describe("the gauge", () => {
  it("says how much is left while payments are far below", () => {
    show(<GaugeCard figures={figures([[3, 250_000_00n]], 10)} />);
    expect(text()).toContain("25 % du seuil");
    expect(text()).toContain("Il reste 750 000,00 MC avant une déclaration");
    expect(screen.getByRole("meter", { name: "Part du seuil" }).getAttribute("aria-valuenow")).toBe("25");
  });

  it("asks to prepare from 80 % on, with the day", () => {
    show(
      <GaugeCard
        figures={figures(
          [
            [3, 799_999_99n],
            [4, 1n],
          ],
          10,
        )}
      />,
    );
    expect(text()).toContain("Plus de 80 % du seuil, pour la première fois le 5 janvier 2026");
  });

  it("says that the amount is reached, and keeps saying when, once it is over", () => {
    const paid: [number, bigint][] = [
      [3, 600_000_00n],
      [40, 400_000_00n],
    ];
    show(<GaugeCard figures={figures(paid, 50)} />);
    expect(text()).toContain("Seuil atteint, pour la première fois le 10 février 2026");
    show(<GaugeCard figures={figures(paid, 380)} />);
    expect(text()).toContain("Le seuil a déjà été atteint : le 10 février 2026");
  });
});

describe("the months", () => {
  it("are chosen by the keyboard, and tell what is not shown", async () => {
    show(
      <PaymentsCard
        figures={figures(
          [
            [3, 12_50n],
            [40, 7_00n],
            [60, 1_00n],
          ],
          62,
        )}
      />,
    );
    const slider = screen.getByRole("slider", { name: /Paiements par mois/ });
    const value = () => slider.getAttribute("aria-valuetext")?.replaceAll(/[\u202F\u00A0]/gu, " ");
    // The last month that is over; two people are too few to be told apart from.
    expect(value()).toMatch(/^février 2026, Payé 7,00 MC, .*entre habitants non montré$/);
    slider.focus();
    await userEvent.keyboard("{ArrowLeft}");
    expect(value()).toMatch(/^janvier 2026, Payé 12,50 MC/);
    await userEvent.keyboard("{End}");
    expect(value()).toMatch(/^mars 2026, en cours, Payé 1,00 MC/);
  });

  it("have the same numbers in a table, the latest first", () => {
    show(
      <PaymentsCard
        figures={figures(
          [
            [3, 12_50n],
            [40, 7_00n],
          ],
          45,
        )}
      />,
    );
    const rows = within(screen.getByRole("table", { name: "Paiements par mois", hidden: true })).getAllByRole("row", {
      hidden: true,
    });
    const cells = rows.map((row) => row.textContent?.replaceAll(/[\u202F\u00A0]/gu, " "));
    expect(cells[1]).toContain("février 2026, en cours7,00");
    expect(cells[2]).toContain("janvier 202612,50");
  });
});
