/// <reference lib="webworker" />
import type { Push } from '../../../shared/alerts/schema.ts';

/*
 * The service worker of the inbox: it shows what is pushed while no page of it is open, and opens the conversation when
 * it is tapped. It keeps nothing and answers no requests.
 */

declare const self: ServiceWorkerGlobalScope;

const pages = (): Promise<readonly WindowClient[]> =>
  self.clients.matchAll({ type: 'window', includeUncontrolled: true });

const isInbox = ({ url }: WindowClient): boolean => new URL(url).pathname.startsWith('/inbox');

self.addEventListener('push', (event) => {
  const push = event.data?.json() as Push | undefined;
  if (!push) return;
  const show = async (): Promise<void> => {
    // Who looks at the inbox sees it there.
    if ((await pages()).some((page) => isInbox(page) && page.focused)) return;
    await self.registration.showNotification(push.title, {
      body: push.body,
      tag: push.tag,
      lang: push.language,
      dir: 'auto',
      data: push.path,
    });
  };
  event.waitUntil(show());
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const address = new URL(String(event.notification.data), self.location.origin);
  // Ours alone, whatever was pushed.
  if (address.origin !== self.location.origin || !address.pathname.startsWith('/inbox')) return;
  const open = async (): Promise<void> => {
    const page = (await pages()).find(isInbox);
    if (!page) return void (await self.clients.openWindow(address.href));
    await page.focus();
    page.postMessage({ open: address.pathname + address.search });
  };
  event.waitUntil(open());
});
