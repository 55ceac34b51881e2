// SPDX-License-Identifier: EUPL-1.2
// `npm run verify -- --network <network> --region <region>`: gives the sources of a deployment to public services, so that
// explorers show them beside the contracts.
import { CONTRACT_NAMES } from "@monnaie-commune/sdk/deployments";
import { Option } from "commander";
import { network } from "hardhat";
import { isOurCode } from "./lib/deployed-code.ts";
import { loadDeployment } from "./lib/deployment-file.ts";
import { Failure, runResumableVerb } from "./lib/failure.ts";
import { t } from "./lib/messages.ts";
import { chainOf, connect } from "./lib/network.ts";
import { loadRegion } from "./lib/region-file.ts";
import { done, heading } from "./lib/terminal.ts";
import { createVerb } from "./lib/verb.ts";
import { type Service, SERVICES, verifyWith } from "./verify/services.ts";

type Options = { network: string; region: string; service: Service[] };

async function verify(options: Options): Promise<void> {
  const region = loadRegion(options.region);
  // Says what is wrong with the network, in our words.
  await (await connect(options.network)).close();
  const connection = await network.create(options.network);
  const chain = await chainOf(connection);
  try {
    if (!chain.isLive) throw new Failure(1, "verify.localChain", { network: chain.name });
    const deployment = await loadDeployment(chain, region.slug);
    for (const name of CONTRACT_NAMES) {
      const { address } = deployment.contracts[name];
      if (!(await isOurCode(chain.provider, name, address)))
        throw new Failure(3, "deploy.otherCode", { name, address });
    }
    for (const service of options.service) {
      heading(service);
      await verifyWith(service, connection, chain, deployment, (name) => done(t("verify.service.has", { name })));
    }
  } finally {
    await chain.close();
  }
}

await runResumableVerb(async () => {
  const services = new Option("--service <services...>", t("verify.help.service"))
    .choices([...SERVICES])
    .default(SERVICES.slice(0, 2));
  await createVerb("verify")
    .requiredOption("--network <network>", t("common.help.network"))
    .requiredOption("--region <region>", t("common.help.region"))
    .addOption(services)
    .action(verify)
    .parseAsync();
});
