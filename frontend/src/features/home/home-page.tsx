// SPDX-License-Identifier: EUPL-1.2
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useIdentity } from "../accounts/api/use-identity.ts";
import { AccountHome } from "./components/account-home.tsx";
import { Welcome } from "./components/welcome.tsx";

export default function HomePage() {
  const identity = useIdentity();
  if (identity.status === "connecting") return <PageSkeleton />;
  if (identity.status === "none") return <Welcome />;
  return <AccountHome key={identity.address} address={identity.address} />;
}
