// SPDX-License-Identifier: EUPL-1.2
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { offline, SERVICE_WORKER } from "./plugins/offline.ts";
import { runtimeFiles } from "./plugins/runtime-files.ts";
import { securityHeaders } from "./plugins/security-headers.ts";

const port = Number(process.env.DAPP_PORT ?? 5173);

const FRAME =
  /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](react-router|router-core|history|store|react-store)|use-sync-external-store)[\\/]|src[\\/](app[\\/](frame|rail|rail-link|bottom-bar|brand|main-pages|lazy-page|root)|lib[\\/]preferences|i18n[\\/](frame-texts|first-texts(?=\.ts)|common\.(fr|en))|components[\\/]page-skeleton|features[\\/](pay[\\/]payment|movements[\\/]history)-link)\.|lucide-react[\\/]dist[\\/]esm[\\/](Icon|createLucideIcon|defaultAttributes|shared|context)/;

/** What the home page needs beside the frame, and mostly every other page too: in one piece, with all that it imports. */
const START = /src[\\/](app[\\/]connected-app|features[\\/]home[\\/]home-page)\./;

/** Few open them; and what Recevoir needs, Payer has mostly brought. */
const RARE_PAGES =
  /(runs|claim|figures|receive|audit|settings|contacts|structures|register|operation|statement|contracts|not-found)-page|route-error|activity|(book|auditor)-resources/;

export default defineConfig({
  plugins: [react(), tailwind(), runtimeFiles(), offline(), securityHeaders()],
  resolve: {
    // React has the hook itself: the router's store brings along what older ones lack.
    alias: { "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector" },
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1", port },
  preview: { host: "127.0.0.1", port },
  build: {
    target: "es2024",
    manifest: true,
    modulePreload: {
      polyfill: false,
      // What a page needs is asked for along with it, by a list in the first script; pages that few open do without one.
      resolveDependencies: (file, needed) => (RARE_PAGES.test(file) ? [] : needed),
    },
    rolldownOptions: {
      input: { index: "index.html", worker: "src/offline/service-worker.ts" },
      output: {
        // A service worker rules over what stands below it, and its name never changes.
        entryFileNames: ({ name }) => (name === "worker" ? SERVICE_WORKER : "assets/[name]-[hash].js"),
        codeSplitting: {
          // What the frame needs, in one piece: it is drawn before anything that talks to the chain arrives.
          groups: [
            { name: "frame", test: FRAME, priority: 30 },
            { name: "start", test: START, priority: 20 },
          ],
        },
      },
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
  },
});
