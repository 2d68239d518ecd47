import { deletePushDevice, putPushDevice } from '../../../shared/alerts/routes.ts';
import type { Alerts } from '../../../shared/alerts/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Call } from '../../core/net/client.ts';

const workerPath = '/inbox/push-worker.js';
/** A browser's name for itself, one for each person who logs in with it. */
const keyOf = (me: string): string => `foyer-push-${me}`;

/** Why nothing can be pushed to this browser, or null when it can. */
export const pushHindrance = (): 'unsupported' | 'denied' | null => {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : null;
};

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): string };
}
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The one script address that the page's policy lets through. */
const trustedWorker = (): string => {
  const types = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types?.createPolicy('foyer', {
    createScriptURL(text) {
      if (text !== workerPath) throw new TypeError('not a script of ours');
      return text;
    },
  });
  return policy?.createScriptURL(workerPath) ?? workerPath;
};

const base64url = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const sameKey = (subscription: PushSubscription, pushKey: string): boolean =>
  base64url(subscription.options.applicationServerKey) === pushKey;

/**
 * Has pushes sent to this browser, which asks the person when they have not been asked.
 * @throws CallError when the server does not take it, anything else when the browser does not
 */
export const turnOn = async (
  call: Call,
  { me, pushKey, language }: { me: string; pushKey: string; language: string },
): Promise<Alerts> => {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('not granted');
  await navigator.serviceWorker.register(trustedWorker(), { scope: '/inbox' });
  const { pushManager } = await navigator.serviceWorker.ready;
  let subscription = await pushManager.getSubscription();
  // Of an installation with another secret: it takes nothing of ours.
  if (subscription && !sameKey(subscription, pushKey)) {
    await subscription.unsubscribe();
    subscription = null;
  }
  subscription ??= await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  const device = localStorage.getItem(keyOf(me)) ?? newId();
  const reply = await call(putPushDevice, {
    path: { device },
    body: {
      endpoint: subscription.endpoint,
      p256dh: base64url(subscription.getKey('p256dh')),
      auth: base64url(subscription.getKey('auth')),
      language,
    },
  });
  localStorage.setItem(keyOf(me), device);
  return reply;
};

/** Nothing is pushed to this browser any more. @throws CallError when the server was not reached: it still is */
export const turnOff = async (call: Call, me: string): Promise<Alerts | null> => {
  const device = localStorage.getItem(keyOf(me));
  if (device === null) return null;
  const reply = await call(deletePushDevice, { path: { device } });
  localStorage.removeItem(keyOf(me));
  const registration = await navigator.serviceWorker.getRegistration('/inbox');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  return reply;
};

/** Whether pushes for somebody go to this browser, by what the server knows. */
export const isOn = ({ devices }: Alerts, me: string): boolean => {
  const device = localStorage.getItem(keyOf(me));
  return devices.some(({ id }) => id === device);
};

/** Whether somebody once turned pushes on here, and the browser still lets them through: the new login takes over. */
export const wasOn = (me: string): boolean =>
  pushHindrance() === null &&
  Notification.permission === 'granted' &&
  localStorage.getItem(keyOf(me)) !== null;
