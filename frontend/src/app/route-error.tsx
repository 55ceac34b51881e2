// SPDX-License-Identifier: EUPL-1.2
import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button } from "../components/button.tsx";
import { useFrame } from "../i18n/frame-texts.ts";

/** A fault of the dApp itself. Nothing is lost: everything is on the chain. */
export default function RouteError({ error }: ErrorComponentProps) {
  const { texts } = useFrame();
  return (
    <main className="mx-auto max-w-column space-y-4 px-4 py-12">
      <h1 className="text-title font-bold">{texts.fault.title}</h1>
      <p>{texts.fault.text}</p>
      <p className="font-mono text-caption text-ink-soft">{error instanceof Error ? error.message : String(error)}</p>
      <Button onClick={() => location.reload()}>{texts.actions.reload}</Button>
    </main>
  );
}
