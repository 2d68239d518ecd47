/** Nothing inline, nothing from elsewhere, no framing: what our own pages are served under. */
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const;

/**
 * On every answer, whoever makes it: nothing is taken for another type than it says, and where browsers reach us by https
 * they do so for a year. Subdomains aren't ours to speak for.
 */
export const alwaysHeaders = (publicUrl: string): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  ...(publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
});

/** For public pages and the demo site. */
export const pageHeaders: Record<string, string> = { ...common, 'content-security-policy': strict };

/** For a public page with films that its reader may have loaded in frames. @param origins of the frames */
export const framingHeaders = (origins: readonly string[]): Record<string, string> =>
  origins.length ? { 'content-security-policy': `${strict}; frame-src ${origins.join(' ')}` } : {};

/** Headers of the demo's hazard page in addition to its own: no markup from strings. */
export const hazardHeaders: Record<string, string> = {
  ...common,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
};

/** Hazard pages with headers of their own, by path: one that prints its policy, one with a frame, one in the frame. */
export const hazardHeadersOf = (path: string): Record<string, string> => {
  if (path === 'hazards/strict-csp.html') return hazardHeaders;
  const policy = strict;
  if (path === 'hazards/sandboxed-frame.html')
    return { ...pageHeaders, 'content-security-policy': `${policy}; frame-src 'self'` };
  if (path === 'hazards/framed.html')
    return {
      ...pageHeaders,
      // Without an origin, 'self' is nobody for what it loads by module: its own address has to be named.
      'content-security-policy': policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    };
  return pageHeaders;
};

/**
 * For staff's pages: besides, no string may ever become markup or code there, but for the one address of the service
 * worker, which the one policy lets through.
 */
export const staffPageHeaders: Record<string, string> = {
  ...common,
  // Framed there: our own preview of the widget, nothing else.
  'content-security-policy': `${strict}; frame-src 'self'; require-trusted-types-for 'script'; trusted-types foyer`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** For the page with the previewed widget, which our own console alone may frame. It holds nothing of anybody. */
export const previewPageHeaders: Record<string, string> = {
  ...common,
  'content-security-policy': strict.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  'cache-control': 'no-store',
};
