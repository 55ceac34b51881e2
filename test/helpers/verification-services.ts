// SPDX-License-Identifier: EUPL-1.2
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Hex } from "viem";
import { compiledContract, type CompilerOutput } from "../../scripts/lib/compiled-contract.ts";
import { examineCode } from "../../scripts/lib/deployed-code.ts";
import { compile } from "../../scripts/lib/recompile.ts";
import type { Chain } from "../../scripts/lib/network.ts";

/** What a service was asked to verify. */
export type Submission = {
  service: string;
  address: string;
  contract: string;
  compiler: string;
  sources: Record<string, { content: string }>;
  args: string;
  creation: string | undefined;
};

export type Services = {
  url: string;
  submissions: Submission[];
  /** The next answers are this status, whatever is asked. */
  fail: { status: number | undefined };
  close(): Promise<void>;
};

type Input = { sources: Record<string, { content: string }>; settings: object };

/**
 * Sourcify, Blockscout and Etherscan on the loopback interface, as Hardhat's plugin speaks to them. A contract is shown
 * when the sources that were sent compile to the code of the chain; only `compiled` ones are compiled really, for the time
 * it takes, and of the others the sources have to hold the contract.
 */
export async function startServices(chain: Chain, compiled: ReadonlySet<string>): Promise<Services> {
  const submissions: Submission[] = [];
  const shown = new Set<string>();
  const verdicts = new Map<string, boolean>();
  const fail: Services["fail"] = { status: undefined };

  async function judge(submission: Submission, input: Input): Promise<string> {
    submissions.push(submission);
    const id = `job-${submissions.length}`;
    const isRight = await matches(submission, input);
    verdicts.set(id, isRight);
    if (isRight) shown.add(`${submission.service} ${submission.address.toLowerCase()}`);
    return id;
  }

  async function matches({ contract, address }: Submission, input: Input): Promise<boolean> {
    const [source = "", name = ""] = contract.split(/:(?=[^:]*$)/u);
    if (input.sources[source]?.content.includes(`contract ${name}`) !== true) return false;
    if (!compiled.has(name)) return true;
    const code = (await chain.provider.getCode(address)) as Hex;
    const selection = { "*": { "": ["ast"], "*": ["evm.bytecode.object", "evm.deployedBytecode"] } };
    const output: CompilerOutput = await compile(
      JSON.stringify({ ...input, settings: { ...input.settings, outputSelection: selection } }),
    );
    const made = compiledContract(output, { source, name });
    return ["exact", "sameProgram"].includes(examineCode(code, made).match);
  }

  async function etherscan(service: string, query: URLSearchParams, request: IncomingMessage): Promise<object> {
    const answer = (isOk: boolean, result: unknown) => ({
      status: isOk ? "1" : "0",
      message: isOk ? "OK" : "NOTOK",
      result,
    });
    switch (query.get("action") ?? "") {
      case "getsourcecode": {
        const isShown = shown.has(`${service} ${query.get("address")?.toLowerCase()}`);
        return answer(true, [{ SourceCode: isShown ? "{}" : "" }]);
      }
      case "verifysourcecode": {
        const body = await bodyOf(request);
        const form = new URLSearchParams(body);
        const input = JSON.parse(form.get("sourceCode") ?? "{}") as Input;
        const submission = {
          service,
          address: form.get("contractaddress") ?? "",
          contract: form.get("contractname") ?? "",
          compiler: form.get("compilerversion") ?? "",
          sources: input.sources,
          args: form.get("constructorArguments") ?? "",
          creation: undefined,
        };
        return answer(true, await judge(submission, input));
      }
      case "checkverifystatus":
        return verdicts.get(query.get("guid") ?? "") === true
          ? answer(true, "Pass - Verified")
          : answer(false, "Fail - Unable to verify");
      default:
        return answer(false, "Error! Missing Or invalid Action name");
    }
  }

  async function sourcify(path: readonly string[], request: IncomingMessage): Promise<[number, object]> {
    const [kind, first = "", address = ""] = path;
    const match = (isShown: boolean) => (isShown ? "exact_match" : null);
    const contract = (isShown: boolean) => ({
      match: match(isShown),
      creationMatch: match(isShown),
      runtimeMatch: match(isShown),
      chainId: first,
      address,
    });
    if (kind === "contract") {
      const isShown = shown.has(`sourcify ${address.toLowerCase()}`);
      return [isShown ? 200 : 404, contract(isShown)];
    }
    if (request.method === "POST") {
      const sent = JSON.parse(await bodyOf(request)) as {
        stdJsonInput: Input;
        contractIdentifier: string;
        compilerVersion: string;
        creationTransactionHash?: string;
      };
      const submission = {
        service: "sourcify",
        address,
        contract: sent.contractIdentifier,
        compiler: sent.compilerVersion,
        sources: sent.stdJsonInput.sources,
        args: "",
        creation: sent.creationTransactionHash,
      };
      return [202, { verificationId: await judge(submission, sent.stdJsonInput) }];
    }
    const isRight = verdicts.get(first) === true;
    const error = { customCode: "no_match", message: "The bytecode does not match", errorId: first };
    const done = { isJobCompleted: true, verificationId: first, jobStartTime: "2026-11-25T12:00:00Z" };
    return [200, { ...done, contract: contract(isRight), ...(!isRight && { error }) }];
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://services");
    const [service = "", ...path] = pathname.split("/").slice(1);
    const reply = (status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (fail.status !== undefined) {
      reply(fail.status, { status: "0", message: "NOTOK", result: "overloaded" });
      return;
    }
    const answered =
      service === "sourcify"
        ? sourcify(path.slice(1), request)
        : etherscan(service, searchParams, request).then((body): [number, object] => [200, body]);
    answered.then(
      ([status, body]) => reply(status, body),
      (error: unknown) => reply(500, { message: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    submissions,
    fail,
    close: async () => await new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  return await text(request);
}
