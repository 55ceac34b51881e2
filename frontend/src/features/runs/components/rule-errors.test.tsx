// SPDX-License-Identifier: EUPL-1.2
import type { RuleError } from "@monnaie-commune/sdk/bonus/rules";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { RuleErrors } from "./rule-errors.tsx";

const errors: RuleError[] = [
  { line: 2, column: "wallet", code: "walletLength", shown: "0x12", parameters: { length: 2 } },
  { line: 7, column: "amount", code: "amountNegative", shown: "−5", parameters: {} },
  {
    line: undefined,
    column: "amount",
    code: "overCap",
    shown: "",
    parameters: { total: 250_000n, available: 100_000n, excess: 150_000n },
  },
];

describe("RuleErrors", () => {
  it("says how many there are and that nothing was sent", () => {
    render(<RuleErrors file="liste.csv" errors={errors} />);
    expect(screen.getAllByRole("alert")[0]?.textContent).toContain("liste.csv est refusé\u202F: 3 erreurs.");
    expect(screen.getAllByRole("alert")[0]?.textContent).toContain("Rien n’a été envoyé.");
  });

  it("shows line, column, value and what to do, amounts in words people know", () => {
    render(<RuleErrors file="liste.csv" errors={errors} />);
    const [, first, , third] = screen.getAllByRole("row").map((row) => row.textContent);
    expect(first).toMatch(/2.*wallet.*0x12.*2 caractères après 0x au lieu de 40/);
    expect(third).toContain("2\u202F500,00");
  });

  it("narrows to a line, a word or a column", async () => {
    const user = userEvent.setup();
    render(<RuleErrors file="liste.csv" errors={errors} />);
    await user.type(screen.getByRole("searchbox"), "7");
    expect(screen.getByRole("status").textContent).toBe("1 erreur affichée");
    await user.clear(screen.getByRole("searchbox"));
    await user.selectOptions(screen.getByRole("combobox"), "amount");
    expect(screen.getAllByRole("row")).toHaveLength(1 + 2);
  });
});
