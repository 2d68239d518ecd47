import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { uploadStaffAttachment } from '../../../shared/core/content/attachmentRoutes.ts';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import type { Me, Membership } from '../../../shared/core/people/staff.ts';
import { fillPath } from '../../../shared/core/route.ts';
import type { View } from '../../../shared/inbox/schema.ts';
import { createAttempts } from '../../core/net/attempt.ts';
import type { Call } from '../../core/net/client.ts';
import { type Live, type LiveListener, type LiveState, openLive, toAll } from '../../core/net/live.ts';
import { createUploads } from '../../core/net/uploads.ts';
import { createActions } from '../actions/actions.ts';
import { createAlertModel } from '../alert/model.ts';
import { createList } from '../list/list.ts';
import { createOverview } from '../list/overview.ts';
import { createDrafts } from '../thread/drafts.ts';
import { createOpenThread } from '../thread/openThread.ts';
import { createOutgoing } from '../thread/outgoing.ts';
import { createViewers } from '../thread/viewers.ts';
import { readLink } from './link.ts';
import { createPresence } from './presence.ts';

/** Times on screen are updated so often, milliseconds. */
const clockEvery = 15_000;

/** Calls back when the page is looked at again, or the network is back. */
const onReturn = (back: () => void): (() => void) => {
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
const onPush = (site: string, open: (conversation: string) => void): (() => void) => {
  const onMessage = ({ data }: MessageEvent<{ open?: string }>): void => {
    const link = readLink(data.open ?? '');
    if (link?.site === site) open(link.conversation);
    else if (link) location.assign(data.open!);
  };
  navigator.serviceWorker?.addEventListener('message', onMessage);
  return () => navigator.serviceWorker?.removeEventListener('message', onMessage);
};

/** The one stream of a site's staff, passed on to every model that listens. */
const createStream = (site: string, listeners: readonly LiveListener[]) => {
  const state = signal<LiveState>('connecting');
  let live: Live | undefined;
  let stopWatching = (): void => {};
  return {
    state: state as ReadonlySignal<LiveState>,
    /** Goes live from a place of the log; once. */
    begin(cursor: number): void {
      if (live) return;
      live = openLive({
        url: `/api/inbox/${site}/live`,
        headers: () => ({}),
        cursor,
        ...toAll(listeners),
      });
      const { state: current } = live;
      stopWatching = effect(() => {
        state.value = current.value;
      });
    },
    retry: (): void => live?.retry(),
    dispose(): void {
      live?.stop();
      stopWatching();
    },
  };
};

/** One site's inbox: the list of a view, the open thread, what is being written, kept current by the stream. */
export const createInbox = (me: Me, membership: Membership, anonymous: Call) => {
  const { site } = membership;
  const call: Call = (route, options) => anonymous(route, { ...options, path: { site, ...options.path } });
  const { problem, attempt } = createAttempts();
  const now = signal(Date.now());
  const otherChanges = signal(0);
  /** On a phone: the views are shown instead of the list. */
  const isRailShown = signal(false);
  const listeners: LiveListener[] = [];
  const stream = createStream(site, listeners);
  const uploads = createUploads(
    (id, name) => `${fillPath(uploadStaffAttachment.path, { site })}?${new URLSearchParams({ id, name })}`,
    () => ({}),
  );
  const presence = createPresence(call, site);
  const viewers = createViewers(call, site);
  const drafts = createDrafts(call);
  const overview = createOverview(call, attempt);
  const list = createList(call, attempt, me.id);
  const thread = createOpenThread(call, attempt, viewers.look);
  const outgoing = createOutgoing(call, site, uploads, thread, stream.state);
  const alerts = createAlertModel(call, me.id, (id) => id === thread.id.value);
  const actions = createActions({
    call,
    attempt,
    overview,
    list,
    thread,
    take(item: InboxConversation) {
      thread.takeConversation(item);
      list.take(item);
    },
  });
  listeners.push(overview, actions, alerts, list, thread, viewers, {
    onEvent({ kind }) {
      if (!/^(?:message\.added|conversation\.changed|inbox\.changed)$/.test(kind)) otherChanges.value++;
    },
    onReset() {
      otherChanges.value++;
    },
  });

  const load = async (): Promise<void> => {
    const [cursor] = await Promise.all([list.load(), overview.load()]);
    if (cursor !== null) stream.begin(cursor);
  };
  const clock = setInterval(() => {
    now.value = Date.now();
  }, clockEvery);
  const ends = [
    () => clearInterval(clock),
    onPush(site, thread.open),
    onReturn(() => {
      stream.retry();
      outgoing.retry();
      if (!list.rows.value) void load();
      thread.markSeen();
    }),
    ...[stream, outgoing, uploads, thread, presence, alerts, viewers, drafts, actions, overview, list].map(
      ({ dispose }) => dispose,
    ),
  ];
  void load().then(alerts.load);

  return {
    me,
    membership,
    call,
    attempt,
    problem,
    now: now as ReadonlySignal<number>,
    liveState: stream.state,
    people: computed(() => overview.now.value.people),
    otherChanges: otherChanges as ReadonlySignal<number>,
    listChanges: list.rows as ReadonlySignal<unknown>,
    isRailShown,
    overview,
    list,
    thread,
    outgoing,
    actions,
    uploads,
    drafts,
    viewers,
    alerts: alerts.choices,
    presence,
    load,
    show(view: View): void {
      isRailShown.value = false;
      list.show(view);
    },
    open: thread.open,
    dispose(): void {
      for (const end of ends) end();
    },
  };
};

export type Inbox = ReturnType<typeof createInbox>;
