// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES, type ContractName } from "@monnaie-commune/sdk/deployments";
import { expect } from "chai";
import { Interface, type InterfaceAbi } from "ethers";
import { type CompilerInput, compilerInput, inputText, targetOf } from "../../scripts/lib/compiler-input.ts";
import type { CompilerOutput } from "../../scripts/lib/compiled-contract.ts";
import { compile } from "../../scripts/lib/recompile.ts";

/** What explorers show of a contract to people: a sentence for each thing in its ABI. */
type UserDoc = {
  methods?: Record<string, { notice?: string }>;
  events?: Record<string, { notice?: string }>;
  errors?: Record<string, { notice?: string }[]>;
};

type Documented = CompilerOutput & {
  contracts: Record<string, Record<string, { abi: InterfaceAbi; userdoc: UserDoc }>>;
};

type Node = {
  id: number;
  nodeType: string;
  name?: string;
  linearizedBaseContracts?: number[];
  functionSelector?: string;
  eventSelector?: string;
  errorSelector?: string;
  nodes?: Node[];
};

/** Contracts that are written here; the access manager is OpenZeppelin's, and its sentences are for developers. */
const OURS: readonly ContractName[] = CONTRACT_NAMES.filter((name) => name !== "AccessManager");

async function documented({ sources, ...input }: CompilerInput): Promise<Documented> {
  const outputSelection = { "*": { "": ["ast"], "*": ["abi", "userdoc"] } };
  const asked = { ...input, sources, settings: { ...input.settings, outputSelection } };
  return (await compile(inputText(asked))) as Documented;
}

/** Selectors of what a contract has from our own sources: what comes from a library has the library's words. */
function declaredHere({ sources }: Documented, contract: string, source: string): Set<string> {
  const definitions = Object.entries(sources).flatMap(([path, { ast }]) =>
    ((ast as { nodes: Node[] }).nodes ?? [])
      .filter(({ nodeType }) => nodeType === "ContractDefinition")
      .map((node) => ({ path, node })),
  );
  const itself = definitions.find(({ path, node }) => path === source && node.name === contract);
  const bases = new Set(itself?.node.linearizedBaseContracts);
  const parts = definitions.filter(({ path, node }) => path.startsWith("project/") && bases.has(node.id));
  const selectors = parts
    .flatMap(({ node }) => node.nodes ?? [])
    .flatMap(
      ({ functionSelector, eventSelector, errorSelector }) => functionSelector ?? eventSelector ?? errorSelector ?? [],
    );
  return new Set(selectors.map((selector) => `0x${selector}`));
}

/** Functions, events and errors of a contract of which our sources declare one, with their sentences. */
function sentences(output: Documented, contract: string, source: string): Map<string, string> {
  const here = declaredHere(output, contract, source);
  const { abi, userdoc } = output.contracts[source]?.[contract] ?? { abi: [], userdoc: {} };
  const said = new Map<string, string>();
  const all = new Interface(abi);
  all.forEachFunction((each) => {
    const signature = each.format("sighash");
    if (here.has(each.selector)) said.set(`function ${signature}`, userdoc.methods?.[signature]?.notice ?? "");
  });
  all.forEachEvent((each) => {
    const signature = each.format("sighash");
    if (here.has(each.topicHash)) said.set(`event ${signature}`, userdoc.events?.[signature]?.notice ?? "");
  });
  all.forEachError((each) => {
    const signature = each.format("sighash");
    if (here.has(each.selector)) said.set(`error ${signature}`, userdoc.errors?.[signature]?.[0]?.notice ?? "");
  });
  return said;
}

describe("the sentences of the contracts (NatSpec notices)", function () {
  this.timeout(120_000);
  let output: Documented;

  before(async () => {
    output = await documented(await compilerInput());
  });

  for (const name of OURS) {
    it(`exist for every function, event and error of ${name}`, async () => {
      const { source } = await targetOf(name);
      const said = sentences(output, name, source);
      const silent = [...said].filter(([, notice]) => notice.trim().length < 10).map(([signature]) => signature);
      expect(silent).to.deep.equal([]);
      expect(said.size).to.be.greaterThan(3);
    });
  }

  it("exist for what is a token's own, though its signature is everybody's", async () => {
    const { source } = await targetOf("RegionalToken");
    const said = sentences(output, "RegionalToken", source);
    expect(said.get("function balanceOf(address)")).to.contain("today");
    expect(said.get("function totalSupply()")).to.contain("cents");
    expect([...said.keys()]).to.include.members([
      "function settle(address[])",
      "function mintBatch((address,uint256)[])",
    ]);
  });

  it("are missed where one is taken away", async () => {
    const { source } = await targetOf("AuthorizationBatch");
    const input = await compilerInput();
    const without = Object.entries(input.sources).map(([path, { content }]) => {
      const isIts = path.endsWith("/AuthorizationBatch.sol") || path.endsWith("/IAuthorizationBatch.sol");
      return [path, { content: isIts ? content.replaceAll("@notice", "@dev") : content }];
    });
    const sources = Object.fromEntries(without) as CompilerInput["sources"];
    const silent = sentences(await documented({ ...input, sources }), "AuthorizationBatch", source);
    expect([...silent.values()].every((notice) => notice === "")).to.equal(true);
  });
});
