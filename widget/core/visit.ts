import type { ComponentChild } from 'preact';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PublicSettings } from '../../shared/siteSettings.ts';
import { type Call, createCall } from './client.ts';
import type { KindDoor } from './feature.ts';
import type { FollowPart } from './follow/door.ts';
import type { Texts } from './i18n.ts';
import type { Identity } from './script/identity.ts';
import { createSession, type Session } from './session.ts';

/** What a feature adds to the start. */
export interface News {
  above(): ComponentChild;
  below(): ComponentChild;
}

/** What every surface on the page shares: who the visitor is, the site, the words, the conversations. */
export interface Visit {
  base: string;
  site: string;
  nonce: string;
  settings: PublicSettings;
  texts: Texts;
  /** Who the page says its visitor is. */
  who(): Identity | undefined;
  session: Session;
  /** Anonymous calls. */
  call: Call;
  /** The part that sends and follows; null until it is needed. */
  follow: ReadonlySignal<FollowPart | null>;
  /** News of the site on the start: what stands above the field, and what below. */
  news: Signal<News | null>;
  /** Loads the features whose conversations have a view of their own, by kind. */
  kinds: Record<string, () => Promise<KindDoor>>;
  /** Loads that part. @throws when it cannot be loaded; the next call tries again */
  loadFollow(): Promise<FollowPart>;
  dispose(): void;
}

export const createVisit = (given: {
  base: string;
  site: string;
  nonce: string;
  settings: PublicSettings;
  texts: Texts;
  who(): Identity | undefined;
  kinds: Visit['kinds'];
}): Visit => {
  const follow = signal<FollowPart | null>(null);
  let loading: Promise<FollowPart> | undefined;
  let disposed = false;
  const visit: Visit = {
    ...given,
    session: createSession(given.base, given.site),
    call: createCall(given.base, () => ({}), { site: given.site }),
    follow,
    news: signal(null),
    loadFollow: () =>
      (loading ??= (async () => {
        const { loadLaterTexts, openFollow } = await import('./follow/door.ts');
        await loadLaterTexts(visit.texts);
        if (disposed) throw new Error('gone');
        return (follow.value = openFollow(visit));
      })().catch((error) => {
        loading = undefined;
        throw error;
      })),
    dispose() {
      disposed = true;
      follow.value?.model.dispose();
    },
  };
  return visit;
};
