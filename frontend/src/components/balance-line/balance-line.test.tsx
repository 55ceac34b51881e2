// SPDX-License-Identifier: EUPL-1.2
import { dailyExponentOf, forecast } from "@monnaie-commune/sdk/demurrage";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { BalanceLine } from "./balance-line.tsx";

const DAY = 20_780;
const rates = [{ fromDay: 0, yearlyRateBps: 600, dailyExponent: dailyExponentOf(600) }];
const pointsOf = (cents: bigint, usedRates = rates) =>
  forecast({ worth: cents << 48n, settledDay: DAY, rateClass: 0 }, usedRates, DAY, 24);

describe("BalanceLine", () => {
  it("says what is left after a year, and what the commons got", () => {
    render(<BalanceLine points={pointsOf(100_00n)} symbol="MC" />);
    const text = screen.getByRole("slider").getAttribute("aria-valuetext");
    expect(text).toBe("Dans 12 mois\u202F: 94,00\u202FMC si rien ne bouge\u202F; 6,00 seront allés aux communs.");
  });

  it("moves by keyboard, within its ends", async () => {
    render(<BalanceLine points={pointsOf(100_00n)} symbol="MC" />);
    const slider = screen.getByRole("slider");
    const user = userEvent.setup();
    slider.focus();
    await user.keyboard("{ArrowRight}{PageUp}{PageUp}");
    expect(slider.getAttribute("aria-valuenow")).toBe("24");
    await user.keyboard("{Home}{ArrowLeft}");
    expect(slider.getAttribute("aria-valuenow")).toBe("0");
    expect(slider.getAttribute("aria-valuetext")).toContain("Aujourd’hui\u202F: 100,00\u202FMC");
  });

  it("has a table that says the same", async () => {
    render(<BalanceLine points={pointsOf(100_00n)} symbol="MC" />);
    await userEvent.click(screen.getByText("Voir en tableau"));
    expect(screen.getByRole("row", { name: /23 novembre 2027/ }).textContent).toContain("94,00");
  });

  it("has a sentence instead of a drawing when there is nothing to melt", () => {
    render(<BalanceLine points={pointsOf(0n)} symbol="MC" />);
    expect(screen.queryByRole("slider")).toBeNull();
    expect(screen.getByText(/à zéro/)).toBeTruthy();
  });

  it("says that an exempt account does not melt", () => {
    render(<BalanceLine points={pointsOf(100_00n, [])} symbol="MC" />);
    expect(screen.getByText("Ce compte ne fond pas.")).toBeTruthy();
  });
});
