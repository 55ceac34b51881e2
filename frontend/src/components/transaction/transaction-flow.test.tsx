// SPDX-License-Identifier: EUPL-1.2
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { TransactionState } from "../../lib/transaction-state.ts";
import { TransactionFlow } from "./transaction-flow.tsx";

const HASH = "0x00";

function show(state: TransactionState) {
  render(
    <TransactionFlow state={state} action="Vous payez 12,50." onRetry={() => {}} onClose={() => {}}>
      <p>le reçu</p>
    </TransactionFlow>,
  );
}

describe("TransactionFlow", () => {
  it("marks the step it is at", () => {
    show({ step: "signing" });
    expect(screen.getByText("Signature").closest("li")?.getAttribute("aria-current")).toBe("step");
    expect(screen.getByRole("status").textContent).toContain("accord dans votre portefeuille");
  });

  it("shows the receipt once it is written", () => {
    show({ step: "confirmed", hash: HASH, at: 0, block: 1n });
    expect(screen.getByText("le reçu")).toBeTruthy();
  });

  it("says a contract's error with its amounts in words people know", () => {
    const args = { sender: "0xBcd4042DE499D14e55001CcbB24a551F3b954096", balance: 100n, needed: 250n };
    show({ step: "failed", problem: { kind: "contract", name: "ERC20InsufficientBalance", args } });
    const text = screen.getByRole("alert").textContent;
    expect(text).toContain("1,00");
    expect(text).toContain("2,50");
    expect(screen.getByRole("button", { name: "Réessayer" })).toBeTruthy();
  });

  it("offers no second try while the first may still arrive", () => {
    show({ step: "expired", hash: HASH });
    expect(screen.queryByRole("button", { name: "Réessayer" })).toBeNull();
  });

  it("shows the steps of what the relay sends, and no signature among them", () => {
    render(
      <TransactionFlow
        state={{ step: "relayed" }}
        way="relay"
        action="Vous recevez 100,00."
        onRetry={() => {}}
        onClose={() => {}}
      >
        <p>le reçu</p>
      </TransactionFlow>,
    );
    expect(screen.getByText("Reçu par la Région").closest("li")?.getAttribute("aria-current")).toBe("step");
    expect(screen.queryByText("Signature")).toBeNull();
  });

  it("shows an authorisation signed by the wallet, then taken by the relay, with the seconds since", () => {
    render(
      <TransactionFlow
        state={{ step: "relayed" }}
        way="authorisation"
        action="Vous payez 12,50."
        onRetry={() => {}}
        onClose={() => {}}
      >
        <p>le reçu</p>
      </TransactionFlow>,
    );
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Vérification",
      "Signature",
      "Reçu par la Région",
      "Inscription au registre",
    ]);
    expect(screen.getByText("Reçu par la Région").closest("li")?.getAttribute("aria-current")).toBe("step");
    expect(screen.getByText("0 seconde")).toBeTruthy();
  });

  it("says what a relay refuses, and what else can be done", () => {
    render(
      <TransactionFlow
        state={{ step: "failed", problem: { kind: "relay", code: "budget" } }}
        action="Vous recevez 100,00."
        otherWays={<p>autre façon</p>}
        onRetry={() => {}}
        onClose={() => {}}
      >
        <p>le reçu</p>
      </TransactionFlow>,
    );
    expect(screen.getByRole("alert").textContent).toContain("réessayez demain");
    expect(screen.getByText("autre façon")).toBeTruthy();
  });

  it("is quiet about a refusal in the wallet", () => {
    show({ step: "refused" });
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
