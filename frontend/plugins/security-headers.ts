// SPDX-License-Identifier: EUPL-1.2
// The headers a public host of the dApp has to send; `vite preview` sends them too, so that they are tested.
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/**
 * Style sheets that react-aria puts into the page, for touch screens. A version that writes them otherwise is seen by the
 * browser tests, which fail at every refusal.
 */
const REACT_ARIA_STYLES = [
  "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
  "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
];

function hashOf(style: string): string {
  return `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
}

/** Nothing is allowed but what is named here. `public/first.js` has the policy for trusted types. */
function contentSecurityPolicy(): string {
  const servers = [process.env.RPC_URL ?? "http://127.0.0.1:8545", process.env.RELAY_URL];
  const origins = servers.flatMap((url) => (url ? [new URL(url).origin] : []));
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...REACT_ARIA_STYLES.map(hashOf)].join(" "),
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    ["connect-src 'self'", ...origins].join(" "),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default print",
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
