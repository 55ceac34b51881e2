// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useSwitchChain } from "wagmi";
import { problemOf, type Problem } from "../../../lib/errors.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useIdentity } from "./use-identity.ts";

/** Whether the wallet looks at another network than the region's, and the one button that puts it right. */
export function useNetwork() {
  const identity = useIdentity();
  const { chainId } = useRuntime();
  const { mutateAsync, isPending } = useSwitchChain();
  const [problem, setProblem] = useState<Problem>();

  // A wallet that does not know the network (4902) is asked to add it.
  const switchToRegion = async () => {
    setProblem(undefined);
    try {
      await mutateAsync({ chainId });
    } catch (error) {
      const found = problemOf(error);
      if (found.kind !== "refused") setProblem(found);
    }
  };

  return { isWrong: identity.status === "connected" && !identity.isOnChain, switchToRegion, isPending, problem };
}
