import type { Host } from '../host.ts';
import { safely } from '../ready.ts';

/*
 * Comes with the settings where the owner wants the widget's moments in their own analytics. It hands them to the page's
 * own tools, and to nobody else; what the page said of its visitor's consent decides each time.
 */

/** Moments that are told, with the parts of their data that say nothing of a person. */
const told: Record<string, readonly string[]> = {
  open: [],
  close: [],
  conversation: ['kind'],
  track: ['name'],
};

interface Page {
  dataLayer?: unknown[];
  gtag?(command: 'event', name: string, values: object): void;
}

/** Called with the settings. */
export const watch = (host: Host): void => {
  const ends = new AbortController();
  const { signal } = ends;
  const page = window as unknown as Page;
  const tell = (name: string, detail: Record<string, unknown>): void => {
    const { analytics } = host.settings;
    if (!host.consent || detail['site'] !== host.site) return;
    const values = Object.fromEntries(
      ['site', ...(told[name] ?? [])].map((part) => [`foyer_${part}`, detail[part]]),
    );
    if (analytics === 'gtag') page.gtag?.('event', `foyer_${name}`, values);
    else (page.dataLayer ??= []).push({ event: `foyer_${name}`, ...values });
  };
  for (const name of Object.keys(told))
    addEventListener(
      `foyer:${name}`,
      (event) => safely(host, () => tell(name, (event as CustomEvent).detail as Record<string, unknown>)),
      { signal },
    );
  addEventListener(
    'foyer:destroy',
    (event) => {
      if (((event as CustomEvent).detail as { site?: string }).site === host.site) ends.abort();
    },
    { signal },
  );
};
