// SPDX-License-Identifier: EUPL-1.2
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ShareReceipt } from "./share-receipt.tsx";

const TEXT = "12,50 MC à La Fournée du Mail";

afterEach(() => {
  Reflect.deleteProperty(navigator, "share");
});

describe("a receipt", () => {
  it("goes to the share sheet of a device that has one, and closing it is no fault", async () => {
    const share = vi.fn(() => Promise.reject(new DOMException("closed", "AbortError")));
    Object.assign(navigator, { share });
    render(<ShareReceipt text={TEXT} />);
    await userEvent.click(screen.getByRole("button", { name: "Partager le reçu" }));
    expect(share).toHaveBeenCalledWith({ text: TEXT });
  });

  it("is copied where there is none, and says so", async () => {
    const user = userEvent.setup();
    render(<ShareReceipt text={TEXT} />);
    await user.click(screen.getByRole("button", { name: "Copier le reçu" }));
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Copié"));
    expect(await navigator.clipboard.readText()).toBe(TEXT);
  });
});
