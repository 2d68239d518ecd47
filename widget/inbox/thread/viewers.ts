import type { SignalFrame } from '../../../shared/core/events.ts';
import { fillPath } from '../../../shared/core/route.ts';
import type { ViewingSignal } from '../../../shared/inbox/events.ts';
import { postViewing } from '../../../shared/inbox/routes.ts';
import type { Viewing } from '../../../shared/inbox/schema.ts';
import type { Call } from '../../core/net/client.ts';
import { createOtherViewers } from './otherViewers.ts';

/** It is said again so often that somebody looks, milliseconds. */
const sayEvery = 20_000;
/** Somebody who writes says so at most this often, milliseconds, and stops when they have not for so long. */
const writingEvery = 4_000;

/**
 * The viewers of a conversation and who writes in it: told to colleagues, and heard of them. A word that is lost is
 * said again.
 */
export const createViewers = (call: Call, site: string) => {
  const others = createOtherViewers();
  let own: string | null = null;
  let wroteAt = 0;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  const send = (conversation: string, body: Viewing): void =>
    void call(postViewing, { path: { conversation }, body }).catch(() => {});

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
    if (own && document.visibilityState === 'visible') send(own, { state: 'here', arrives: false });
  }, sayEvery);
  addEventListener('pagehide', leave);

  return {
    of: others.of,
    onSignal(frame: SignalFrame): void {
      if (frame.kind !== 'viewing') return;
      const { data } = frame as ViewingSignal;
      others.take(data);
      // Who comes does not know who was there before.
      if (data.state !== 'left' && data.arrives && data.conversation === own)
        send(own, { state: 'here', arrives: false });
    },
    /** This person looks at a conversation now, or at none. */
    look(conversation: string | null): void {
      if (own === conversation) return;
      if (own) send(own, { state: 'left', arrives: false });
      own = conversation;
      wroteAt = 0;
      clearTimeout(quiet);
      if (own) send(own, { state: 'here', arrives: true });
    },
    /** This person writes in it, or has stopped. */
    write(isWriting: boolean): void {
      if (!own) return;
      clearTimeout(quiet);
      const stop = (): void => {
        if (own && wroteAt) send(own, { state: 'here', arrives: false });
        wroteAt = 0;
      };
      if (!isWriting) {
        stop();
        return;
      }
      quiet = setTimeout(stop, writingEvery * 2);
      if (Date.now() - wroteAt < writingEvery) return;
      wroteAt = Date.now();
      send(own, { state: 'writing', arrives: false });
    },
    dispose(): void {
      leave();
      clearInterval(beat);
      clearTimeout(quiet);
      removeEventListener('pagehide', leave);
      others.dispose();
    },
  };
};

export type Viewers = ReturnType<typeof createViewers>;
