// SPDX-License-Identifier: EUPL-1.2
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { runtimeFiles } from "./plugins/runtime-files.ts";
import { securityHeaders } from "./plugins/security-headers.ts";

const port = Number(process.env.DAPP_PORT ?? 5173);

export default defineConfig({
  plugins: [react(), tailwind(), runtimeFiles(), securityHeaders()],
  server: { host: "127.0.0.1", port },
  preview: { host: "127.0.0.1", port },
  build: {
    target: "es2024",
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 }],
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
