// SPDX-License-Identifier: EUPL-1.2
// Registers the service worker, and knows when a newer version of the dApp waits for its turn.
import { useSyncExternalStore } from "react";

const LOOK_AGAIN_MS = 3_600_000;

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

function offer(worker: ServiceWorker): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

function watch(registration: ServiceWorkerRegistration | undefined): void {
  // Some extensions answer for the browser, with nothing.
  if (!registration) return;
  const { serviceWorker } = navigator;
  // Without a version before it, there is nothing to replace.
  if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && serviceWorker.controller) offer(installing);
    });
  });
  setInterval(() => void registration.update().catch(() => undefined), LOOK_AGAIN_MS);
}

/** Keeps the dApp on the device once the first page is there. */
export function keepDapp(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // A browser that refuses has no pages without a network, and all the rest.
  navigator.serviceWorker.register("/sw.js").then(watch, () => undefined);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What changes to the newer version and loads the page again; undefined while this is the newest. */
export function useNewVersion(): (() => void) | undefined {
  const worker = useSyncExternalStore(subscribe, () => waiting);
  if (!worker) return undefined;
  return () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("activate", []);
  };
}
