// SPDX-License-Identifier: EUPL-1.2
import { type Command, Option } from "commander";
import { startAnvil } from "./anvil.ts";
import { type LocalChain, startLocalChain } from "./local-chain.ts";
import { t } from "./messages.ts";

/** Programs that can be the development chain: Hardhat's own, in this process, or anvil, which explorers understand. */
export const NODE_NAMES = ["hardhat", "anvil"] as const;

export type NodeName = (typeof NODE_NAMES)[number];

/** The option that chooses the program. */
export function addNodeOption(verb: Command): Command {
  const option = new Option("--node <hardhat|anvil>", t("chain.help.node"));
  return verb.addOption(option.choices([...NODE_NAMES]).default(NODE_NAMES[0]));
}

/** Starts a fresh development chain on the first free port from `firstPort` on. */
export async function startNode(name: NodeName, firstPort: number): Promise<LocalChain> {
  return name === "anvil" ? await startAnvil(firstPort) : await startLocalChain(firstPort);
}
