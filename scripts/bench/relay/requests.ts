// SPDX-License-Identifier: EUPL-1.2
import {
  type Authorisation,
  AUTHORISATION_SECONDS,
  referenceNonce,
  sequenceNonce,
  signedAuthorisation,
  type SignedAuthorisation,
  transferTypedData,
} from "@monnaie-commune/sdk/payments/authorisation";
import type { Wallet } from "ethers";
import type { World } from "./world.ts";

/** What is asked of the relay: payments that can be made, and five things that must cost nothing. */
export type Sort = "valid" | "sameAgain" | "numberAgain" | "expired" | "forged" | "tooMuch";

export type Request = { sort: Sort; body: SignedAuthorisation };

/** Of 40 requests: 32 can be made, two repeat one that was taken, two its number, two are each of the other kinds. */
const CYCLE = 40;
const BAD: Record<number, Sort> = {
  3: "expired",
  8: "sameAgain",
  13: "forged",
  18: "tooMuch",
  23: "expired",
  28: "numberAgain",
  33: "forged",
  38: "tooMuch",
};

/** More than anybody holds, and still an amount. */
const TOO_MUCH = 10_000_000_00n;
const CENTS_MOST = 3_00;
/** Payments that may be repeated: some are under way still, some are written. */
const REMEMBERED = 50;

export type Maker = {
  next(): Promise<Request>;
  /** Says what was taken, so that it can be repeated. */
  taken(request: Request): void;
};

/** Makes requests of payers in turn, half of them numbered one after the other, half by reference. */
export function makeRequests({ payers, shops, currency }: Pick<World, "payers" | "shops" | "currency">): Maker {
  const sequences = new Map<string, bigint>();
  const recent: SignedAuthorisation[] = [];
  let count = 0;
  return {
    async next() {
      const place = count++;
      const sort = BAD[place % CYCLE] ?? "valid";
      const again = recent[0];
      if (sort === "sameAgain" && again !== undefined) return { sort, body: again };
      const payer = payers[place % payers.length] ?? raise();
      const authorisation: Authorisation = {
        from: payer.address as `0x${string}`,
        to: shops[place % shops.length] ?? raise(),
        value: sort === "tooMuch" ? TOO_MUCH : BigInt(1 + (place % CENTS_MOST)),
        validAfter: 0,
        validBefore: Math.floor(Date.now() / 1000) + (sort === "expired" ? -1 : AUTHORISATION_SECONDS),
        nonce: referenceNonce(`invoice ${place}`),
      };
      if (sort === "valid" && Math.floor(place / payers.length) % 2 === 0) {
        const next = sequences.get(payer.address) ?? 0n;
        sequences.set(payer.address, next + 1n);
        authorisation.nonce = sequenceNonce(next);
      }
      if (sort === "numberAgain" && again !== undefined) {
        const owner = payers.find(({ address }) => address === again.from) ?? raise();
        const changed = { ...authorisation, from: again.from, nonce: again.nonce, value: BigInt(again.value) + 1n };
        return { sort, body: await signed(owner, changed) };
      }
      const signer = sort === "forged" ? (payers[(place + 1) % payers.length] ?? raise()) : payer;
      return {
        sort: sort === "sameAgain" || sort === "numberAgain" ? "valid" : sort,
        body: await signed(signer, authorisation),
      };
    },
    taken({ sort, body }) {
      if (sort !== "valid") return;
      recent.push(body);
      if (recent.length > REMEMBERED) recent.shift();
    },
  };

  async function signed(signer: Wallet, authorisation: Authorisation): Promise<SignedAuthorisation> {
    const { domain, types, message } = transferTypedData(currency, authorisation);
    const fields = { TransferWithAuthorization: [...types.TransferWithAuthorization] };
    const signature = (await signer.signTypedData(domain, fields, message)) as `0x${string}`;
    return signedAuthorisation(currency, authorisation, signature);
  }
}

function raise(): never {
  throw new Error("Nobody pays, or nobody is paid");
}
