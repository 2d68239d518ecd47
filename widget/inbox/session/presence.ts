import { type ReadonlySignal, signal } from '@preact/signals';
import type { PresenceState } from '../../../shared/core/people/presence.ts';
import { postPresence, presenceEvery } from '../../../shared/core/people/presenceRoutes.ts';
import type { Call } from '../../core/net/client.ts';

/** After so long without a key, a pointer or a touch somebody is away, milliseconds. */
const idleAfter = 10 * 60_000;
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Whether visitors are told that this member of the staff is there. */
export interface Presence {
  /** The state visitors see: away by choice, or because nobody touches the page. */
  state: ReadonlySignal<PresenceState>;
  choose(state: PresenceState): void;
  dispose(): void;
}

/** The presence of who answers nobody: nobody is told. */
export const noPresence = (): Presence => ({ state: signal('away'), choose() {}, dispose() {} });

/** Says so every twenty seconds while the page is open; a word that is lost is said again. */
export const createPresence = (call: Call, site: string): Presence => {
  const key = `foyer-presence-${site}`;
  let wanted: PresenceState = localStorage.getItem(key) === 'away' ? 'away' : 'online';
  const state = signal<PresenceState>(wanted);
  let touchedAt = Date.now();

  const send = (next: PresenceState): void => {
    state.value = next;
    call(postPresence, { body: { state: next } }).catch(() => {});
  };
  const look = (): void => {
    const isIdle = Date.now() - touchedAt > idleAfter;
    send(isIdle ? 'away' : wanted);
  };
  const touch = (): void => {
    touchedAt = Date.now();
    if (state.value !== wanted) look();
  };
  // A page that goes cannot wait for an answer. The server forgets whoever says nothing, but this is sooner.
  const hide = (): void => {
    fetch(postPresence.path.replace(':site', site), {
      method: postPresence.method,
      headers: { 'content-type': 'application/json' },
      body: '{"state":"away"}',
      keepalive: true,
    }).catch(() => {});
  };
  for (const sign of signs) addEventListener(sign, touch, { passive: true });
  addEventListener('pagehide', hide);
  addEventListener('pageshow', look);
  const timer = setInterval(look, presenceEvery);
  look();
  return {
    state,
    choose(next) {
      wanted = next;
      touchedAt = Date.now();
      localStorage.setItem(key, next);
      send(next);
    },
    dispose() {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, touch);
      removeEventListener('pagehide', hide);
      removeEventListener('pageshow', look);
    },
  };
};
