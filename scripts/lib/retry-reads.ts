// SPDX-License-Identifier: EUPL-1.2
import { definePlugin } from "hardhat/plugins";

/**
 * Asks a node again when an answer is lost or is no answer. In one place for all who ask: the requests of every connection
 * pass through Hardhat's hook. Loaded when the first is made, as the configuration is read before anything else.
 */
export const retryReads = definePlugin({
  id: "retry-reads",
  hookHandlers: {
    network: async () => {
      const { askPatiently } = await import("./ask-patiently.ts");
      return {
        default: async () => ({
          async onRequest(context, connection, request, next) {
            if (connection.networkConfig.type !== "http") return await next(context, connection, request);
            const { chainId } = connection.networkConfig;
            return await askPatiently(connection, chainId, request, async () => {
              return await next(context, connection, request);
            });
          },
        }),
      };
    },
  },
});
