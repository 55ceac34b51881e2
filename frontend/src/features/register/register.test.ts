// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES } from "@monnaie-commune/sdk/deployments";
import { CONTRACT_ABIS } from "@monnaie-commune/sdk/ledger/acts";
import { lineId, type JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import { getAddress, toFunctionSelector, type Abi } from "viem";
import { describe, expect, it } from "vitest";
import calls from "../../i18n/calls.fr.json";
import words from "../../i18n/register.fr.json";
import type { Ledger } from "../../lib/ledger/ledger.ts";
import { registerLine, registerLines } from "./answer-register.ts";
import { keyOfSelector } from "./function-key.ts";
import { accountsNamed, filterOf } from "./register-filter.ts";
import { readRegisterLink } from "./register-link.ts";

const ANA = getAddress(`0x${"a1".repeat(20)}`);
const BEN = getAddress(`0x${"b2".repeat(20)}`);

const parts = CONTRACT_NAMES.flatMap((contract) =>
  (CONTRACT_ABIS[contract] as Abi).map((part) => ({ contract, part })),
);

describe("the words of the register", () => {
  it("have a sentence for every event, which asks for nothing that its event does not tell", () => {
    const sentences = words.acts as Record<string, string>;
    for (const { part } of parts) {
      if (part.type !== "event" || part.name === "Transfer" || part.name === "Approval") continue;
      const sentence = sentences[part.name];
      expect(sentence, part.name).toBeDefined();
      const told = ["inContract", ...part.inputs.map(({ name }) => name)];
      for (const [, asked] of sentence?.matchAll(/\{\{(\w+)\}\}/g) ?? []) expect(told, part.name).toContain(asked);
    }
  });

  it("name every function that changes something, and every argument of theirs", () => {
    const functions = calls.functions as Record<string, Record<string, string>>;
    for (const { contract, part } of parts) {
      if (part.type !== "function" || part.stateMutability !== "nonpayable") continue;
      expect(functions[contract]?.[part.name], `${contract}.${part.name}`).toBeDefined();
      for (const { name = "" } of part.inputs) expect(calls.arguments, part.name).toHaveProperty(name);
    }
  });

  it("are found by the first four bytes of a call", () => {
    expect(keyOfSelector(toFunctionSelector("approveRun(uint256)"))).toBe("Issuance.approveRun");
    expect(keyOfSelector("0x00000000")).toBeUndefined();
  });
});

describe("what the register's address asks for", () => {
  const known = [
    { address: ANA, name: "Épicerie du Port Orléans" },
    { address: BEN, name: "Camille" },
  ];

  it("is read, and what is malformed is dropped", () => {
    const link = readRegisterLink({ nature: "paiements", programme: "x", du: "2026-02-30x", min: "12,50", ligne: "1" });
    expect(link).toEqual({ nature: "paiements", min: "12,50", ligne: "1" });
    expect(filterOf(link, known)).toEqual({ topic: "payment", least: 1250n });
  });

  it("finds accounts by their address, or by words of their names", () => {
    expect(accountsNamed("epicerie orleans", known)).toEqual([ANA]);
    expect(accountsNamed(` ${BEN.toLowerCase()} `, known)).toEqual([BEN]);
    expect(accountsNamed("personne", known)).toEqual([]);
    expect(filterOf({ compte: "personne" }, known)).toEqual({ accounts: [] });
  });
});

describe("the register's answers", () => {
  const lines = Array.from({ length: 100_000 }, (_, block): JournalLine => {
    const tx = `0x${block.toString(16).padStart(64, "0")}` as const;
    return { kind: "payment", from: ANA, to: BEN, cents: BigInt(block % 50), day: block, block, logIndex: 0, tx };
  });
  const ledger = { lines } as unknown as Ledger;

  it("give a stretch of a hundred thousand lines, newest first, in a moment", () => {
    const start = performance.now();
    const answer = registerLines(ledger, { filter: { least: 49n, accounts: [ANA] }, from: 1_000, count: 2 });
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(answer).toMatchObject({ all: 100_000, found: 2_000, from: 1_000 });
    expect(answer.lines.map(({ block }) => block)).toEqual([49_999, 49_949]);
  });

  it("find a line by its number, and no other", () => {
    const [line] = lines.slice(7);
    expect(registerLine(ledger, { id: lineId(line!) })).toBe(line);
    expect(registerLine(ledger, { id: "8-00000007-0" })).toBeNull();
    expect(registerLine(ledger, { id: "seven" })).toBeNull();
  });
});
