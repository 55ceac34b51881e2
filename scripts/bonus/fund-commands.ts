// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { Purpose } from "@monnaie-commune/sdk/purposes";
import { language, t } from "../lib/messages.ts";
import { loadRegion } from "../lib/region-file.ts";
import { done } from "../lib/terminal.ts";
import { type InRegion, numberOf, onChain } from "./command-helpers.ts";
import { amountOf, attestEuros, dayStart, documentHash, openProgramme } from "./fund.ts";
import { signatory } from "./signatory.ts";

type OpenOptions = InRegion & { purpose: Purpose; budget: string; opens: string; closes: string; decision: string };

export async function open(options: OpenOptions): Promise<void> {
  const { slug: region } = loadRegion(options.region);
  const job = {
    region,
    purpose: options.purpose,
    budget: amountOf(options.budget),
    opensAt: dayStart(options.opens),
    closesAt: dayStart(options.closes),
    decisionHash: documentHash(options.decision),
  };
  await onChain(options, async (chain) => {
    const council = await signatory(chain, "council", options);
    const { programmeId, isNew } = await openProgramme({ ...job, chain, council });
    done(t(isNew ? "bonus.open.done" : "bonus.open.already", { programme: programmeId }));
  });
}

type AttestOptions = InRegion & { programme: string; amount: string; order: string };

export async function attest(options: AttestOptions): Promise<void> {
  const { slug: region } = loadRegion(options.region);
  const job = {
    region,
    programme: numberOf(options.programme),
    amount: amountOf(options.amount),
    orderHash: documentHash(options.order),
  };
  await onChain(options, async (chain) => {
    const treasurer = await signatory(chain, "treasurer", options);
    const { attested, isNew } = await attestEuros({ ...job, chain, treasurer });
    const amounts = { programme: job.programme, attested: formatAmount(attested, language()) };
    done(t(isNew ? "bonus.attest.done" : "bonus.attest.already", amounts));
  });
}
