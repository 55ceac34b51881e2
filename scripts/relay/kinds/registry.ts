// SPDX-License-Identifier: EUPL-1.2
import { applicationKind } from "./applications.ts";
import { cancellationKind } from "./cancellations.ts";
import { claimKind } from "./claims.ts";
import { exitCancellationKind, exitKind } from "./exits.ts";
import type { KindContext, RequestKind } from "./kind.ts";
import { paymentKind } from "./payments.ts";
import { permitKind } from "./permits.ts";

/** All that can be asked of the relay: a kind has a file here, and a line below. */
const KINDS = [
  paymentKind,
  permitKind,
  cancellationKind,
  claimKind,
  applicationKind,
  exitKind,
  exitCancellationKind,
] as const;

/** The kinds by name. A request is given to a kind only after its schema has said that it has its form. */
export type Kinds = ReadonlyMap<string, RequestKind<unknown>>;

export function openKinds(context: KindContext): Kinds {
  const kinds = KINDS.map((kind) => kind(context) as RequestKind<unknown>);
  return new Map(kinds.map((kind) => [kind.name, kind]));
}

/** @throws TypeError for a name that no kind has. */
export function kindNamed(kinds: Kinds, name: string): RequestKind<unknown> {
  const kind = kinds.get(name);
  if (kind === undefined) throw new TypeError(`There are no requests of kind ${name}`);
  return kind;
}
