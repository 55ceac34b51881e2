// SPDX-License-Identifier: EUPL-1.2
// Becomes /sw.js. Keeps what the dApp is made of, so that it opens without a network, and the last public files of the
// region. It never sees what goes to the chain or the relay: those are other origins, and no signature is ever kept.

type Lifetime = Event & { waitUntil(work: Promise<unknown>): void };
type Fetched = Lifetime & { request: Request; respondWith(response: Promise<Response>): void };
type Scope = {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

const worker = self as unknown as Scope;

// Both are put in when the dApp is built, by plugins/offline.ts.
const FILES = JSON.parse("__FILES__") as string[];
const SHELL = "shell-__VERSION__";
const PUBLIC = "public";

const SHELLS_KEPT = 2;
/** The region's files: the newest where there is a network, the last one read where there is none. */
const PUBLIC_FILES = /^\/(?:config\.json|records\/)/;

async function install(): Promise<void> {
  const shell = await caches.open(SHELL);
  // Names of built files change with their content; the others are asked for past the browser's own cache.
  await shell.addAll(
    FILES.map((file) => (file.startsWith("/assets/") ? file : new Request(file, { cache: "reload" }))),
  );
}

/** The region's files were read before there was a service worker: it reads them once itself. */
async function readPublicFiles(): Promise<void> {
  const cache = await caches.open(PUBLIC);
  // A region without shops has no records.
  await Promise.all(["/config.json", "/records/merchants.json"].map((file) => cache.add(file).catch(() => undefined)));
}

/** The shell before this one stays: pages still open may load their parts from it. */
async function forgetOldShells(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith("shell-"));
  await Promise.all(shells.slice(0, -SHELLS_KEPT).map((name) => caches.delete(name)));
}

async function kept(request: Request, path: string): Promise<Response> {
  const shell = await caches.open(SHELL);
  return (await shell.match(path)) ?? (await caches.match(path)) ?? fetch(request);
}

async function newest(request: Request): Promise<Response> {
  const cache = await caches.open(PUBLIC);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch (error) {
    const last = await cache.match(request.url);
    if (last) return last;
    throw error;
  }
}

function answer(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return undefined;
  if (PUBLIC_FILES.test(pathname)) return newest(request);
  // Every page is the same document; a path with a dot is a file.
  if (request.mode === "navigate") return pathname.includes(".") ? undefined : kept(request, "/");
  return FILES.includes(pathname) || pathname.startsWith("/assets/") ? kept(request, pathname) : undefined;
}

addEventListener("install", (event) => (event as Lifetime).waitUntil(Promise.all([install(), readPublicFiles()])));
addEventListener("activate", (event) => {
  (event as Lifetime).waitUntil(Promise.all([forgetOldShells(), worker.clients.claim()]));
});
addEventListener("fetch", (event) => {
  const { request } = event as Fetched;
  const response = answer(request);
  if (response) (event as Fetched).respondWith(response);
});
// A new version waits until the person asks for it: no page changes under a payment.
addEventListener("message", ({ data }: MessageEvent) => {
  if (data === "activate") void worker.skipWaiting();
});
