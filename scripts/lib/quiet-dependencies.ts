// SPDX-License-Identifier: EUPL-1.2
import { definePlugin } from "hardhat/plugins";

/** Leaves out what the compiler warns of in npm packages: it is not ours to mend, and hides what is. */
export default definePlugin({
  id: "quiet-dependencies",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        async getCompilationJobErrors(context, job, output, next) {
          const errors = await next(context, job, output);
          return errors.filter(
            ({ severity, formattedMessage = "" }) =>
              severity === "error" || !/--> (\.\/node_modules|npm)\//u.test(formattedMessage),
          );
        },
      }),
    }),
  },
});
