const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "style-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types sw",
  "report-to csp",
].join("; ");

/** Sent with every answer. Source: OWASP ASVS 5.0 3.4; tried with RxDB, Dexie and the service worker in Chromium. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": policy,
  "Reporting-Endpoints": 'csp="/csp-report"',
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Only where TLS is in front: on plain HTTP a browser must ignore it. */
export const strictTransport = "max-age=63072000; includeSubDomains";

/** What `/db` says besides: nothing of it stays in a cache, and an attachment that is opened as a page does nothing. */
export const dataHeaders: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store, no-cache, must-revalidate",
  "Content-Security-Policy": `${policy}, sandbox; default-src 'none'`,
};

/** Whether an address is below `/db` or `/account`, however it is written: no cache keeps their answers. */
export const isPrivate = (url: string): boolean => {
  const [path = ""] = url.split("?", 1);
  try {
    return /^\/+(db|account)(\/|$)/.test(decodeURIComponent(path));
  } catch {
    return true;
  }
};

/** Hashed files never change; HTML, the manifest and the service worker are asked for each time. */
export const cacheControl = (path: string): string =>
  /\/assets\/[^/]+-[\w-]{8}\.\w+(\.(br|gz))?$/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
