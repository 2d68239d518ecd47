import { type ReadonlySignal, signal } from '@preact/signals';
import type { SignalFrame } from '../../../shared/core/events.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { viewingHolds, type ViewingSignal } from '../../../shared/inbox/events.ts';
import { postViewing } from '../../../shared/inbox/routes.ts';
import type { Viewing } from '../../../shared/inbox/schema.ts';
import type { Call } from '../../core/net/client.ts';

/** It is said again so often that somebody looks, milliseconds. */
const sayEvery = 20_000;
/** Somebody who writes says so at most this often, milliseconds, and stops when they have not for so long. */
const writingEvery = 4_000;

export interface Viewer {
  id: string;
  name: string;
  isWriting: boolean;
}

/**
 * Who else looks at a conversation or writes in it. A word that is lost is said again; who says nothing any more is
 * forgotten.
 */
export const createViewers = (call: Call, site: string) => {
  const viewers = signal<Readonly<Record<string, readonly Viewer[]>>>({});
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let own: string | null = null;
  let wroteAt = 0;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  const say = (conversation: string, body: Viewing): void =>
    void call(postViewing, { path: { conversation }, body }).catch(() => {});

  const forget = (conversation: string, id: string): void => {
    clearTimeout(timers.get(`${conversation} ${id}`));
    const left = (viewers.value[conversation] ?? []).filter((viewer) => viewer.id !== id);
    viewers.value = { ...viewers.value, [conversation]: left };
  };
  // A page that goes cannot wait for an answer.
  const leave = (): void => {
    if (!own) return;
    fetch(fillPath(postViewing.path, { site, conversation: own }), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"state":"left","arrives":false}',
      keepalive: true,
    }).catch(() => {});
  };
  const beat = setInterval(() => {
    if (own && document.visibilityState === 'visible') say(own, { state: 'here', arrives: false });
  }, sayEvery);
  addEventListener('pagehide', leave);

  return {
    of: viewers as ReadonlySignal<Readonly<Record<string, readonly Viewer[]>>>,
    onSignal(frame: SignalFrame): void {
      if (frame.kind !== 'viewing') return;
      const { conversation, by, state, arrives } = (frame as ViewingSignal).data;
      forget(conversation, by.id);
      if (state === 'left') return;
      const others = viewers.value[conversation] ?? [];
      viewers.value = {
        ...viewers.value,
        [conversation]: [...others, { ...by, isWriting: state === 'writing' }],
      };
      timers.set(
        `${conversation} ${by.id}`,
        setTimeout(() => forget(conversation, by.id), viewingHolds),
      );
      // Who comes does not know who was there before.
      if (arrives && conversation === own) say(own, { state: 'here', arrives: false });
    },
    /** This person looks at a conversation now, or at none. */
    look(conversation: string | null): void {
      if (own === conversation) return;
      if (own) say(own, { state: 'left', arrives: false });
      own = conversation;
      wroteAt = 0;
      clearTimeout(quiet);
      if (own) say(own, { state: 'here', arrives: true });
    },
    /** This person writes in it, or has stopped. */
    write(isWriting: boolean): void {
      if (!own) return;
      clearTimeout(quiet);
      const stop = (): void => {
        if (own && wroteAt) say(own, { state: 'here', arrives: false });
        wroteAt = 0;
      };
      if (!isWriting) {
        stop();
        return;
      }
      quiet = setTimeout(stop, writingEvery * 2);
      if (Date.now() - wroteAt < writingEvery) return;
      wroteAt = Date.now();
      say(own, { state: 'writing', arrives: false });
    },
    dispose(): void {
      leave();
      clearInterval(beat);
      clearTimeout(quiet);
      removeEventListener('pagehide', leave);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
};

export type Viewers = ReturnType<typeof createViewers>;
