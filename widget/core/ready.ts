import type { Host } from './host.ts';

interface Page {
  Foyer?: { sites?: Record<string, (...command: unknown[]) => void> };
}

/** Nothing that goes wrong here may reach the page; its owner is told. */
export const fail = ({ site }: Pick<Host, 'site'>, error: unknown): void =>
  (window as unknown as Page).Foyer?.sites?.[site]?.('report', error);

export const safely = (host: Pick<Host, 'site'>, action: () => void): void => {
  try {
    action();
  } catch (error) {
    fail(host, error);
  }
};

/** Starts what came with the settings once the page has its launcher. */
export const whenReady = (host: Host, start: (host: Host) => void): void => {
  addEventListener('foyer:ready', function begin(event) {
    if ((event as CustomEvent).detail.site !== host.site) return;
    removeEventListener('foyer:ready', begin);
    safely(host, () => start(host));
  });
};
