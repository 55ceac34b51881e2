// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES, type ContractName, type Deployment } from "@monnaie-commune/sdk/deployments";
import { expect } from "chai";
import { config, network } from "hardhat";
import type { HardhatConfig } from "hardhat/types/config";
import type { NetworkConnection } from "hardhat/types/network";
import { memoryStore } from "../../scripts/lib/deployment-file.ts";
import { deploySystem } from "../../scripts/lib/deploy-system.ts";
import { type Chain, chainOf } from "../../scripts/lib/network.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { creationOf, encodedArguments } from "../../scripts/verify/creation.ts";
import { type Service, type ServiceSettings, SERVICES, verifyWith } from "../../scripts/verify/services.ts";
import { runScript } from "../helpers/command.ts";
import { failureOf } from "../helpers/failures.ts";
import { type Services, startServices } from "../helpers/verification-services.ts";

/** A public chain as far as the services know. */
const CHAIN_ID = 10200;

const region = loadRegion("centre-val-de-loire");

describe("npm run verify", function () {
  this.timeout(120_000);
  let connection: NetworkConnection;
  let chain: Chain;
  let deployment: Deployment;
  let services: Services;

  before(async () => {
    // Keys of the development chain sign here, as they do nowhere else.
    connection = await network.create({ network: "local" });
    const here = await chainOf(connection);
    const deployer = await signerFor(here, "deployer");
    ({ deployment } = await deploySystem(here, region, deployer, memoryStore()));
    const provider = new Proxy(connection.provider, {
      get(target, key, receiver) {
        if (key !== "request") return Reflect.get(target, key, receiver) as unknown;
        return async (question: { method: string; params?: unknown[] }) =>
          question.method === "eth_chainId" ? `0x${CHAIN_ID.toString(16)}` : await target.request(question);
      },
    });
    connection = Object.create(connection, {
      provider: { value: provider },
      networkName: { value: "chiado" },
    }) as NetworkConnection;
    chain = here;
    services = await startServices(chain, new Set(["AuthorizationBatch"]));
  });

  after(async () => {
    await services.close();
    await chain.close();
  });

  const settings = (): ServiceSettings => {
    const { url } = services;
    const blockExplorers = {
      blockscout: { url, apiUrl: `${url}/blockscout/api` },
      etherscan: { url, apiUrl: `${url}/etherscan/api` },
    };
    const key = { ...config.verify.etherscan.apiKey, get: async () => await Promise.resolve("a key") };
    return {
      chainDescriptors: new Map([
        [BigInt(CHAIN_ID), { name: "Chiado", chainType: "l1", blockExplorers }],
      ]) as HardhatConfig["chainDescriptors"],
      verify: {
        blockscout: { enabled: true },
        etherscan: { enabled: true, apiKey: key },
        sourcify: { enabled: true, apiUrl: `${url}/sourcify` },
      },
    };
  };

  async function verify(service: Service, of = deployment): Promise<ContractName[]> {
    const shown: ContractName[] = [];
    await verifyWith(service, connection, chain, of, (name) => shown.push(name), settings());
    return shown;
  }

  for (const service of SERVICES) {
    it(`gives ${service} the sources and arguments of every contract, once`, async () => {
      expect(await verify(service)).to.deep.equal([...CONTRACT_NAMES]);
      const sent = services.submissions.filter((submission) => submission.service === service);
      expect(sent).to.have.length(CONTRACT_NAMES.length);
      for (const [index, name] of CONTRACT_NAMES.entries()) {
        const { address, args } = deployment.contracts[name];
        const submission = sent[index];
        expect(submission?.address).to.equal(address);
        expect(submission?.contract).to.match(new RegExp(`:${name}$`, "u"));
        expect(submission?.compiler).to.match(/^v?0\.8\.34\+commit\./u);
        expect(Object.keys(submission?.sources ?? {}).filter((path) => path.includes("/test/"))).to.deep.equal([]);
        if (service === "sourcify") {
          const creation = await creationOf(chain, deployment.contracts[name]);
          expect(submission?.creation).to.equal(creation?.transaction);
        } else {
          expect(`0x${submission?.args}`).to.equal(encodedArguments(name, args));
        }
      }
      expect(await verify(service)).to.deep.equal([...CONTRACT_NAMES]);
      expect(services.submissions.filter((submission) => submission.service === service)).to.have.length(6);
    });
  }

  it("says what a service refuses, and names the contract", async () => {
    await services.close();
    services = await startServices(chain, new Set());
    const wrong = structuredClone(deployment);
    wrong.contracts.AccessManager.address = deployment.contracts.Issuance.address;
    const failure = await failureOf(verify("blockscout", wrong));
    expect(failure).to.include({ key: "verify.service.refused", exitCode: 3 });
    expect(failure.message).to.contain("AccessManager");
    expect(services.submissions).to.deep.equal([]);
  });

  it("goes on later when a service is away, and names one that does not know the chain", async () => {
    services.fail.status = 503;
    for (const service of SERVICES) {
      expect(await failureOf(verify(service)), service).to.include({ key: "verify.service.away", exitCode: 2 });
    }
    services.fail.status = undefined;
    const nowhere = {
      ...settings(),
      chainDescriptors: new Map([
        [BigInt(CHAIN_ID), { name: "Chiado", chainType: "l1", blockExplorers: {} }],
      ]) as HardhatConfig["chainDescriptors"],
    };
    const unknown = verifyWith("blockscout", connection, chain, deployment, () => {}, nowhere);
    expect(await failureOf(unknown)).to.include({ key: "verify.service.notOffered", exitCode: 1 });
  });

  it("sends whoever asks for the local chain to npm run verify:local", async () => {
    const ended = await runScript("verify", ["--network", "local", "--region", region.slug]);
    expect(ended.code).to.equal(1);
    expect(ended.stderr).to.contain("npm run verify:local");
  });
});
