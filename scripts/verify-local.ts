// SPDX-License-Identifier: EUPL-1.2
// `npm run verify:local -- --network <network> --region <region>`: whether what runs on a chain is what the sources here
// compile to. Asks a node and nobody else.
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { loadDeployment } from "./lib/deployment-file.ts";
import { Failure, runResumableVerb } from "./lib/failure.ts";
import { t } from "./lib/messages.ts";
import { type Chain, connect } from "./lib/network.ts";
import { recompile } from "./lib/recompile.ts";
import { loadRegion } from "./lib/region-file.ts";
import { systemAt } from "./lib/system.ts";
import { done, errorLine, heading, line, table } from "./lib/terminal.ts";
import { createVerb } from "./lib/verb.ts";
import { checkDeployment, type ContractCheck, holds } from "./verify/check-deployment.ts";
import { readContractUri } from "./verify/contract-uri.ts";
import { currentInput, keptInput } from "./verify/published-input.ts";
import { writeRepository } from "./verify/repository.ts";

type Options = { network: string; region: string; kept?: true; recompile?: true; repository?: string };

async function verifyLocally(options: Options): Promise<void> {
  const region = loadRegion(options.region);
  const chain = await connect(options.network);
  try {
    const deployment = await loadDeployment(chain, region.slug);
    const input = options.kept === true ? keptInput(deployment) : await currentInput(deployment);
    done(
      t(options.kept === true ? "verify.input.kept" : "verify.input.current", { hash: deployment.compilerInputHash }),
    );
    line(t("verify.compiling"));
    const compiled = await recompile(input, { force: options.recompile === true });
    const checks = await checkDeployment(chain, deployment, compiled);
    for (const check of checks) printCheck(check);
    const uri = await printContractUri(chain, deployment);
    line();
    const failed = checks.find((check) => !holds(check));
    if (failed !== undefined) throw new Failure(3, "verify.differs", { name: failed.name, address: failed.address });
    if (!uri) throw new Failure(3, "verify.badContractUri");
    done(t("verify.allHold", { count: checks.length }));
    if (options.repository === undefined) return;
    writeRepository(options.repository, chain.chainId, checks, compiled, input);
    done(t("verify.repository", { folder: options.repository }));
  } finally {
    await chain.close();
  }
}

function printCheck(check: ContractCheck): void {
  const { name, address, match, hash, published, created, immutables } = check;
  heading(`${name}  ${address}`);
  const say = (isGood: boolean, sentence: string) => (isGood ? done(sentence) : errorLine(`✗ ${sentence}`));
  say(match === "exact" || match === "sameProgram", t(`verify.match.${match}`));
  say(published !== false, t(`verify.published.${published ?? "unknown"}`, { hash }));
  say(created !== false, t(`verify.created.${created ?? "unknown"}`));
  table(immutables.map(({ name: constant, value }) => [constant, value ?? t("verify.contradictory")]));
}

async function printContractUri(chain: Chain, deployment: Deployment): Promise<boolean> {
  const read = await readContractUri(systemAt(deployment, chain.provider).token);
  heading("contractURI");
  if ("metadata" in read) table(Object.entries(read.metadata));
  else errorLine(`✗ ${t(`verify.contractUri.${read.problem}`)}`);
  return "metadata" in read;
}

await runResumableVerb(async () => {
  await createVerb("verify:local", "verify.help.aboutLocal")
    .requiredOption("--network <network>", t("common.help.network"))
    .requiredOption("--region <region>", t("common.help.region"))
    .option("--kept", t("verify.help.kept"))
    .option("--recompile", t("verify.help.recompile"))
    .option("--repository <folder>", t("verify.help.repository"))
    .action(verifyLocally)
    .parseAsync();
});
