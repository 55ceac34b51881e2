// SPDX-License-Identifier: EUPL-1.2
// `npm run chain`: the development chain alone, for those who run each part in its own terminal.
import { once } from "node:events";
import { runVerb } from "./lib/failure.ts";
import { addNodeOption, type NodeName, startNode } from "./lib/development-node.ts";
import { t } from "./lib/messages.ts";
import { done, line } from "./lib/terminal.ts";
import { createVerb } from "./lib/verb.ts";

const DEFAULT_PORT = 8545;

await runVerb(async () => {
  const { port, node } = addNodeOption(createVerb("chain"))
    .option("--port <port>", t("chain.help.port"), Number, DEFAULT_PORT)
    .parse()
    .opts<{ port: number; node: NodeName }>();
  const local = await startNode(node, port);
  done(t("chain.ready", { url: local.url }));
  if (local.port !== DEFAULT_PORT) line(t("chain.otherPort", { url: local.url }));
  line(t("chain.stop"));
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await local.close();
});
