import type { Host } from '../host.ts';

/**
 * Forgets a visitor before the panel was ever loaded: their secret ends here and on the server. Storage that throws
 * holds nothing to forget.
 */
export const leave = async ({ base, site }: Pick<Host, 'base' | 'site'>): Promise<void> => {
  let secret: unknown;
  try {
    const name = `foyer:${site}`;
    ({ secret } = JSON.parse(localStorage.getItem(name) ?? '{}') as { secret?: unknown });
    localStorage.removeItem(name);
    sessionStorage.removeItem(`${name}:drafts`);
    localStorage.removeItem(`${name}:drafts`);
    localStorage.removeItem(`${name}:unsent`);
    localStorage.removeItem(`${name}:prompts`);
  } catch {
    return;
  }
  if (typeof secret === 'string')
    await fetch(`${base}/api/sites/${site}/visitor/end`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      keepalive: true,
    }).catch(() => {});
};
