// SPDX-License-Identifier: EUPL-1.2
import { render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { RoleHolder } from "../../../lib/use-role-holders.ts";
import * as holders from "../../../lib/use-role-holders.ts";
import { WhoCan } from "./who-can.tsx";

vi.mock("../../../lib/use-role-holders.ts", () => ({ useRoleHolders: vi.fn() }));
vi.mock("../../accounts/api/use-account-names.ts", () => ({
  useAccountNames: () => (address: string) => ({ name: address === PERSON ? "Marc" : "Coffre", kind: "person" }),
}));

const PERSON = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const SAFE = "0x71bE63f3384f5fb98995898A86B02Fb2426c5788";

function heldBy(...data: RoleHolder[]) {
  vi.mocked(holders.useRoleHolders).mockReturnValue({ data } as unknown as ReturnType<typeof holders.useRoleHolders>);
}

beforeEach(() => vi.clearAllMocks());

describe("WhoCan", () => {
  it("names the people who hold the role", () => {
    heldBy({ address: PERSON, isSafe: false });
    const { container } = render(<WhoCan action="run.approve" />);
    expect(container.textContent).toMatch(/rôle «.Approbation.», confié à Marc\./);
  });

  it("says that it cannot be done here when only a Safe holds it", () => {
    heldBy({ address: SAFE, isSafe: true });
    render(<WhoCan action="bonus.pay" />);
    expect(screen.getByText(/ceci ne peut pas se faire ici/)).toBeTruthy();
  });

  it("names everybody when a person holds it beside a Safe", () => {
    heldBy({ address: PERSON, isSafe: false }, { address: SAFE, isSafe: true });
    const { container } = render(<WhoCan action="bonus.pay" />);
    expect(container.textContent).toContain("Marc ou Coffre");
  });

  it("says so when nobody holds it", () => {
    heldBy();
    const { container } = render(<WhoCan action="run.approve" />);
    expect(container.textContent).toMatch(/^Personne ne porte le rôle/);
  });
});
