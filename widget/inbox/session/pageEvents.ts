import { readLink } from './link.ts';

/** Calls back when the page is looked at again, or the network is back. */
export const onReturn = (back: () => void): (() => void) => {
  const look = (): void => {
    if (document.visibilityState === 'visible') back();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', look);
  };
};

/** Opens what a notification is about when it is tapped while a page of the inbox is open. */
export const onPush = (site: string, open: (conversation: string) => void): (() => void) => {
  const onMessage = ({ data }: MessageEvent<{ open?: string }>): void => {
    const link = readLink(data.open ?? '');
    if (link?.site === site && link.conversation) open(link.conversation);
    // biome-ignore lint/style/noNonNullAssertion: a link carries the address that it opens
    else if (link) location.assign(data.open!);
  };
  navigator.serviceWorker?.addEventListener('message', onMessage);
  return () => navigator.serviceWorker?.removeEventListener('message', onMessage);
};
