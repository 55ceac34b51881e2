// SPDX-License-Identifier: EUPL-1.2
// The headers a public host of the dApp has to send; `vite preview` sends them too, so that they are tested.
import type { Plugin } from "vite";

function contentSecurityPolicy(): string {
  const servers = [process.env.RPC_URL ?? "http://127.0.0.1:8545", process.env.RELAY_URL];
  const origins = servers.flatMap((url) => (url ? [new URL(url).origin] : []));
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...origins].join(" "),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function securityHeaders(): Plugin {
  return {
    name: "monnaie-commune:security-headers",
    configurePreviewServer(server) {
      server.middlewares.use((_request, response, next) => {
        response.setHeader("content-security-policy", contentSecurityPolicy());
        response.setHeader("x-content-type-options", "nosniff");
        response.setHeader("referrer-policy", "no-referrer");
        response.setHeader("permissions-policy", "camera=(self), geolocation=(), microphone=(), payment=()");
        response.setHeader("cross-origin-opener-policy", "same-origin");
        next();
      });
    },
  };
}
