import type { Host } from '../host.ts';
import { UsageError } from './usage.ts';

/** Reports of one page view at the most: a page that breaks us in a loop tells enough with a few. */
const max = 3;
const reported = new Set<string>();

/** An error's text, without addresses: the server takes out what else could tell of a person. */
const errorSummary = (error: unknown): string => {
  const { name = 'Error', message = String(error) } = (error ?? {}) as Error;
  return `${name}: ${message}`.replace(/\w+:\/\/\S+/g, '…').slice(0, 200);
};

const send = ({ base, site }: Pick<Host, 'base' | 'site'>, kind: string, detail: string): void => {
  if (reported.size >= max || reported.has(kind + detail)) return;
  reported.add(kind + detail);
  fetch(`${base}/api/sites/${site}/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"kind":"${kind}","detail":${JSON.stringify(detail)}}`,
    keepalive: true,
  }).catch(() => {});
};

/** Whether an error is nobody's fault: the line or the visitor ended it. */
const isExpected = (error: unknown): boolean =>
  /^(?:AbortError|TimeoutError)$/.test((error as Error)?.name) ||
  /offline|fetch|network|load failed/i.test(`${(error as Error)?.message}`);

/** Tells the developer what their own script did wrong, and the owner what ours did. Never throws. */
export const report = (host: Pick<Host, 'base' | 'site'>, error: unknown): void => {
  if (error instanceof SecurityPolicyViolationEvent)
    send(host, 'csp', `${error.effectiveDirective} ${new URL(host.base).host}`);
  else if (error instanceof UsageError) console.error(`Foyer: ${error.message}`);
  else if (!isExpected(error))
    send(host, /module/i.test(`${(error as Error)?.message}`) ? 'module' : 'error', errorSummary(error));
};
