// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import {
  createWalletClient,
  defineChain,
  http,
  isAddress,
  keccak256,
  numberToHex,
  stringToHex,
  type EIP1193RequestFn,
  type Hex,
  type TypedDataDefinition,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";

const REJECTED = 4001;
const UNAUTHORIZED = 4100;
const UNKNOWN_CHAIN = 4902;
const INVALID_PARAMS = -32602;
const INTERNAL = -32603;

/** What a wallet is told about a network (EIP-3085). */
export type AddedChain = {
  chainId: Hex;
  chainName: string;
  rpcUrls: string[];
  nativeCurrency: { name: string; symbol: string; decimals: number };
};

export type WalletOptions = {
  key: Hex;
  /** What it calls itself; two in one page have two names. */
  name?: string;
  /** The network the wallet looks at when the page opens; Ethereum's main one when left out. */
  chainId?: number;
  /** Further accounts it opens to the page, which it does not sign for. */
  otherAccounts?: readonly Hex[];
  /** Whether it signs messages for other networks than the one it looks at, as some wallets do. */
  signsAnywhere?: boolean;
  /** Address of the node of each network the wallet knows. */
  knownChains?: Record<number, string>;
};

class RpcError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

type Transaction = { from?: Hex; to?: Hex; data?: Hex; value?: Hex; gas?: Hex; chainId?: Hex };

/** The wallet of a test: what it was asked, and how it answers from now on. */
export class TestWallet {
  readonly address: Hex;
  readonly asked: string[] = [];
  readonly added: AddedChain[] = [];
  /** Whether the person refuses what they are asked. */
  refuses = false;
  /** How long the person takes to answer, in milliseconds. */
  thinksFor = 0;
  chainId: number;
  /** The messages it was asked to sign, as the person sees them. */
  readonly messages: TypedDataDefinition[] = [];
  #isConnected = false;
  readonly #account;
  readonly #nodes: Map<number, string>;
  readonly #otherAccounts: readonly Hex[];
  readonly #signsAnywhere: boolean;

  constructor({ key, chainId = 1, knownChains = {}, otherAccounts = [], signsAnywhere = false }: WalletOptions) {
    this.#signsAnywhere = signsAnywhere;
    this.#account = privateKeyToAccount(key);
    this.address = this.#account.address;
    this.chainId = chainId;
    this.#otherAccounts = otherAccounts;
    this.#nodes = new Map(Object.entries(knownChains).map(([id, url]) => [Number(id), url]));
  }

  /** How often one of these methods was called. */
  timesAsked(method: string): number {
    return this.asked.filter((asked) => asked === method).length;
  }

  async request(method: string, params: readonly unknown[]): Promise<unknown> {
    this.asked.push(method);
    switch (method) {
      case "eth_accounts":
        return this.#isConnected ? this.#accounts() : [];
      case "eth_chainId":
        return numberToHex(this.chainId);
      case "eth_requestAccounts":
      case "wallet_requestPermissions":
        await this.#ask();
        this.#isConnected = true;
        return method === "eth_requestAccounts" ? this.#accounts() : this.#permissions();
      case "wallet_revokePermissions":
        this.#isConnected = false;
        return null;
      case "wallet_switchEthereumChain":
        return this.#switchTo(params[0] as { chainId: Hex });
      case "wallet_addEthereumChain":
        return this.#add(params[0] as AddedChain);
      case "eth_sendTransaction":
        return this.#send(params[0] as Transaction);
      case "eth_signTypedData_v4":
        return this.#signTypedData(params);
      case "wallet_watchAsset":
        await this.#ask();
        return true;
      default:
        return this.#node().request({ method, params } as never);
    }
  }

  async #ask(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.thinksFor));
    if (this.refuses) throw new RpcError(REJECTED, "User rejected the request.");
  }

  #accounts(): Hex[] {
    return [this.address, ...this.#otherAccounts];
  }

  #permissions() {
    return [
      { parentCapability: "eth_accounts", caveats: [{ type: "restrictReturnedAccounts", value: this.#accounts() }] },
    ];
  }

  #node() {
    const url = this.#nodes.get(this.chainId);
    if (url === undefined) throw new RpcError(INTERNAL, "This wallet has no node for the network it looks at.");
    const chain = defineChain({
      id: this.chainId,
      name: "test",
      nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
      rpcUrls: { default: { http: [url] } },
    });
    return createWalletClient({ account: this.#account, chain, transport: http(url) });
  }

  async #switchTo({ chainId }: { chainId: Hex }): Promise<null> {
    const wanted = Number(chainId);
    if (!this.#nodes.has(wanted)) throw new RpcError(UNKNOWN_CHAIN, `Unrecognized chain ID "${chainId}".`);
    await this.#ask();
    this.chainId = wanted;
    return null;
  }

  async #add(chain: AddedChain): Promise<null> {
    const [url] = chain.rpcUrls;
    const isComplete = /^0x[1-9a-f][0-9a-f]*$/.test(chain.chainId) && chain.chainName !== "" && url !== undefined;
    if (!isComplete || chain.nativeCurrency.decimals !== 18) {
      throw new RpcError(INVALID_PARAMS, "The description of the network is not complete.");
    }
    await this.#ask();
    this.added.push(chain);
    this.#nodes.set(Number(chain.chainId), url);
    this.chainId = Number(chain.chainId);
    return null;
  }

  async #send({ from, to, data, value, gas, chainId }: Transaction): Promise<Hex> {
    if (!this.#isConnected || from?.toLowerCase() !== this.address.toLowerCase()) {
      throw new RpcError(UNAUTHORIZED, "This account was not given to the page.");
    }
    if (to === undefined || !isAddress(to)) throw new RpcError(INVALID_PARAMS, "There is no receiver.");
    if (chainId !== undefined && Number(chainId) !== this.chainId) {
      throw new RpcError(INVALID_PARAMS, "The transaction is for another network than the wallet's.");
    }
    await this.#ask();
    return this.#node().sendTransaction({
      to,
      ...(data && { data }),
      ...(value && { value: BigInt(value) }),
      ...(gas && { gas: BigInt(gas) }),
    });
  }

  async #signTypedData([from, text]: readonly unknown[]): Promise<Hex> {
    if (!this.#isConnected || String(from).toLowerCase() !== this.address.toLowerCase()) {
      throw new RpcError(UNAUTHORIZED, "This account was not given to the page.");
    }
    const data = (typeof text === "string" ? JSON.parse(text) : text) as TypedDataDefinition;
    if (!this.#signsAnywhere && Number(data.domain?.chainId) !== this.chainId) {
      throw new RpcError(INVALID_PARAMS, "The message is for another network than the wallet's.");
    }
    checkTypedData(data);
    this.messages.push(data);
    await this.#ask();
    return this.#account.signTypedData(data);
  }
}

/** As strict as wallets are: the domain in full, every type declared, every field there and none besides. */
function checkTypedData({ domain, types, primaryType, message }: TypedDataDefinition): void {
  const wrong = (what: string): never => {
    throw new RpcError(INVALID_PARAMS, `The message is not well formed: ${what}.`);
  };
  const declared = types as Record<string, readonly { name: string; type: string }[]>;
  for (const field of ["name", "version", "chainId", "verifyingContract"]) {
    if (!(domain && field in domain) || !declared.EIP712Domain?.some(({ name }) => name === field)) wrong(field);
  }
  if (!isAddress(String(domain?.verifyingContract))) wrong("verifyingContract");
  const fields = declared[primaryType] ?? wrong("primaryType");
  const names = fields.map(({ name }) => name).toSorted();
  if (JSON.stringify(names) !== JSON.stringify(Object.keys(message).toSorted())) wrong("fields");
  for (const { name, type } of fields) {
    const value = String(message[name]);
    const pattern = PATTERNS[type];
    if (!pattern?.test(value)) wrong(`${name} is no ${type}`);
  }
}

/** Of the types that people sign here. */
const PATTERNS: Record<string, RegExp> = {
  address: /^0x[0-9a-fA-F]{40}$/,
  string: /^\P{Cc}+$/u,
  uint16: /^[0-9]{1,5}$/,
  uint256: /^[0-9]{1,78}$/,
  bytes32: /^0x[0-9a-f]{64}$/,
};

type Answer = { result: unknown } | { error: { code: number; message: string; data?: unknown } };

/** Answers as data: an error that crosses into the page keeps its code only that way. */
async function answer(wallet: TestWallet, method: string, params: readonly unknown[]): Promise<Answer> {
  try {
    return { result: await wallet.request(method, params) };
  } catch (error) {
    const { code = INTERNAL, message, data } = error as { code?: number; message: string; data?: unknown };
    return { error: { code, message, data } };
  }
}

/** An identifier that is always the same for a name. */
function uuidOf(name: string): string {
  return `6f0e2d0c-0000-4000-8000-${keccak256(stringToHex(name)).slice(-12)}`;
}

/**
 * Puts a wallet into the page: an EIP-1193 provider announced by EIP-6963. Its key stays in the test's process, and it
 * really signs.
 */
export async function installWallet(page: Page, options: WalletOptions): Promise<TestWallet> {
  const wallet = new TestWallet(options);
  const { name = "Portefeuille d’essai" } = options;
  const bridge = `testWalletRequest ${name}`;
  await page.exposeFunction(bridge, (method: string, params: readonly unknown[]) => answer(wallet, method, params));
  const told = { name, bridge, uuid: uuidOf(name) };
  await page.addInitScript(({ name: announced, bridge: key, uuid }) => {
    type Listener = (value: unknown) => void;
    type Ask = (method: string, params: unknown) => Promise<Answer>;
    const ask = (window as unknown as Record<string, Ask>)[key]!;
    const listeners = new Map<string, Set<Listener>>();
    const provider = {
      async request({ method, params = [] }: { method: string; params?: readonly { chainId?: string }[] }) {
        const answered = await ask(method, params);
        if ("error" in answered) throw Object.assign(new Error(answered.error.message), answered.error);
        if (method === "wallet_switchEthereumChain" || method === "wallet_addEthereumChain") {
          for (const tell of listeners.get("chainChanged") ?? []) tell(params[0]?.chainId);
        }
        return answered.result;
      },
      on(event: string, listener: Listener) {
        listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
        return provider;
      },
      removeListener(event: string, listener: Listener) {
        listeners.get(event)?.delete(listener);
        return provider;
      },
    };
    const info = Object.freeze({
      uuid,
      name: announced,
      icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>",
      rdns: `example.wallet-${uuid.slice(-4)}`,
    });
    const detail = Object.freeze({ info, provider: provider as unknown as { request: EIP1193RequestFn } });
    const announce = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
    window.addEventListener("eip6963:requestProvider", announce);
    announce();
  }, told);
  return wallet;
}
