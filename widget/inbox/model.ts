import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { postBlock } from '../../shared/chat/routes.ts';
import { uploadStaffAttachment } from '../../shared/core/content/attachmentRoutes.ts';
import type { TypingSignal, WhereaboutsSignal } from '../../shared/core/conversations/events.ts';
import type { InboxConversation, Message } from '../../shared/core/conversations/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import { fillPath } from '../../shared/core/route.ts';
import type { Me, Membership } from '../../shared/core/people/staff.ts';
import type { InboxEvent, ViewingSignal } from '../../shared/inbox/events.ts';
import * as routes from '../../shared/inbox/routes.ts';
import type { ConversationChange, InboxThread, Overview, View } from '../../shared/inbox/schema.ts';
import { type Call, CallError } from '../core/net/client.ts';
import { type Live, type LiveState, openLive } from '../core/net/live.ts';
import { createOutbox, type Unsent } from '../core/net/outbox.ts';
import { createTypingWord, createTypists } from '../core/conversations/typing.ts';
import { createUploads } from '../core/net/uploads.ts';
import { createActs } from './acts.ts';
import { createAlerts } from './alert/choices.ts';
import { turnOn, wasOn } from './alert/push.ts';
import { createRinging } from './alert/ringing.ts';
import { playSound } from './alert/sound.ts';
import { createDrafts } from './drafts.ts';
import { guess } from './guess.ts';
import { readLink } from './link.ts';
import { createList } from './list.ts';
import { createPresence } from './presence.ts';
import { createViewers } from './viewers.ts';

/** Events that come together are answered by one look at the counts, milliseconds. */
const refreshPause = 400;
/** A message is found so long after it was written, at the latest, milliseconds: then an open search looks again. */
const foundAfter = 2_000;

export interface Outgoing {
  conversation: string;
  body: string;
  visibility: 'public' | 'note';
  /** Files that it carries: they are sent before it. */
  files?: { id: string; name: string }[];
  /** The newest place of the thread that its writer had seen; absent to send it whatever there is. */
  after?: number;
}

const stored = (key: string) => ({
  read: () => localStorage.getItem(key),
  write: (text: string | null) =>
    text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text),
});

const nothing: Overview = { counts: {}, kinds: [], labels: [], teams: [], searches: [], people: [] };

/** One site's inbox: the list of a view, the open thread, what is being written, kept current by the stream. */
export const createInbox = (me: Me, membership: Membership, anonymous: Call) => {
  const call: Call = (route, options) =>
    anonymous(route, { ...options, path: { site: membership.site, ...options.path } });
  const overview = signal<Overview>(nothing);
  const selected = signal<string | null>(null);
  const thread = signal<InboxThread | null>(null);
  /** The message that the thread is to show: what a search has found. */
  const goal = signal<string | null>(null);
  const problem = signal<CallError | null>(null);
  const now = signal(Date.now());
  const liveState = signal<LiveState>('connecting');
  /** On a phone: the views are shown instead of the list. */
  const isRailShown = signal(false);
  let live: Live | undefined;
  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  let searchTimer: ReturnType<typeof setTimeout> | undefined;

  /** Runs a call; what goes wrong is shown, never swallowed. */
  const attempt = async <Value>(work: Promise<Value>): Promise<Value | null> => {
    try {
      const value = await work;
      problem.value = null;
      return value;
    } catch (error) {
      problem.value = error instanceof CallError ? error : new CallError('broken');
      return null;
    }
  };

  const uploads = createUploads(
    (id, name) =>
      `${fillPath(uploadStaffAttachment.path, { site: membership.site })}?${new URLSearchParams({ id, name })}`,
    () => ({}),
  );
  const typists = createTypists('visitor');
  const presence = createPresence(call, membership.site);
  const viewers = createViewers(call, membership.site);
  const alerts = createAlerts(call, localStorage);
  const ringing = createRinging(me.id, () => alerts.value.value, playSound);
  const drafts = createDrafts(call);
  const list = createList(call, attempt, me.id);
  /** One word for each conversation: what is said in one says nothing of another. */
  const typingWords = new Map<string, (isTyping: boolean) => void>();

  /** Counts what happened to other things than conversations. */
  const heard = signal(0);

  const outbox = createOutbox<Outgoing>({
    storage: stored(`foyer-inbox-${membership.site}`),
    async send(id, { conversation, body, visibility, files = [], after }) {
      const attachments = files.map((file) => file.id);
      await uploads.settle(attachments);
      const { message } = await call(routes.postStaffMessage, {
        path: { conversation },
        body: {
          id,
          body,
          visibility,
          ...(files.length && { attachments }),
          ...(after !== undefined && { after }),
        },
      });
      addMessage(message);
      attachments.forEach(uploads.remove);
    },
    queueOf: ({ conversation }) => conversation,
  });

  const addMessage = (message: Message): void => {
    const open = thread.value;
    if (
      open?.conversation.id !== message.conversation ||
      open.messages.some((known) => known.id === message.id)
    )
      return;
    const messages = [...open.messages, message].sort((one, other) => one.seq - other.seq);
    thread.value = { ...open, messages };
  };

  const take = (item: InboxConversation): void => {
    if (thread.value?.conversation.id === item.id) thread.value = { ...thread.value, conversation: item };
    list.take(item);
  };
  const acts = createActs(
    call,
    attempt,
    take,
    (id) =>
      thread.value?.conversation.id === id
        ? thread.value.conversation
        : list.rows.value?.find((row) => row.id === id),
    (item, change) => guess(item, change, overview.value),
  );

  const loadOverview = async (): Promise<void> => {
    const found = await attempt(call(routes.getOverview, {}));
    if (found) overview.value = found;
  };
  const refresh = (): void => {
    refreshTimer ??= setTimeout(() => {
      refreshTimer = undefined;
      void loadOverview();
    }, refreshPause);
  };

  const load = async (): Promise<void> => {
    const [cursor] = await Promise.all([list.load(), loadOverview()]);
    if (!live && cursor !== null) connect(cursor);
  };

  const markSeen = async (open: InboxThread): Promise<void> => {
    const { conversation } = open;
    if (document.visibilityState !== 'visible' || conversation.staffSeen >= conversation.lastSeq) return;
    await attempt(
      call(routes.postStaffSeen, {
        path: { conversation: conversation.id },
        body: { seq: conversation.lastSeq },
      }),
    );
  };

  const loadThread = async (id: string): Promise<void> => {
    const found = await attempt(call(routes.getInboxThread, { path: { conversation: id } }));
    if (!found || selected.value !== id) return;
    // A link or a mention may name what has become part of another conversation.
    if (found.conversation.mergedInto) {
      open(found.conversation.mergedInto);
      return;
    }
    thread.value = found;
    void markSeen(found);
  };

  const open = (id: string | null, message: string | null = null): void => {
    goal.value = message;
    if (selected.value === id) return;
    selected.value = id;
    thread.value = null;
    viewers.look(id);
    if (id) void loadThread(id);
  };

  const onEvent = (event: InboxEvent): void => {
    if (event.kind !== 'message.added' && event.kind !== 'conversation.changed') {
      if (event.kind === 'inbox.changed') refresh();
      else heard.value++;
      return;
    }
    refresh();
    const { conversation } = event.data;
    acts.hear(conversation.id);
    // What is before one's eyes needs no sound.
    const isSeen = conversation.id === selected.value && document.visibilityState === 'visible';
    ringing.hear(conversation, event.kind === 'message.added' && !isSeen);
    take(conversation);
    if (conversation.id === selected.value && conversation.mergedInto) {
      open(conversation.mergedInto);
      return;
    }
    if (event.kind !== 'message.added') return;
    const { message } = event.data;
    if (message.author.kind === 'visitor') typists.stop(conversation.id);
    addMessage(message);
    if (message.visibility === 'note' && list.view.value === 'mentions') void list.load();
    if (list.isSearching.value) {
      clearTimeout(searchTimer);
      searchTimer = setTimeout(() => void list.load(), foundAfter);
    }
    if (thread.value?.conversation.id !== conversation.id) return;
    // Merging moves messages from one thread to another.
    if (/^(?:un)?merged$/.test(message.notice?.kind ?? '')) void loadThread(conversation.id);
    else void markSeen(thread.value);
  };

  const locate = ({ visitor, ...whereabouts }: WhereaboutsSignal['data']): void => {
    const open = thread.value;
    if (open?.conversation.visitor.id === visitor) thread.value = { ...open, whereabouts };
  };

  const connect = (cursor: number): void => {
    live = openLive({
      url: `/api/inbox/${membership.site}/live`,
      headers: () => ({}),
      cursor,
      onEvent: (event) => onEvent(event as InboxEvent),
      onSignal(frame) {
        if (frame.kind === 'typing') typists.onSignal((frame as TypingSignal).data);
        else if (frame.kind === 'viewing') viewers.hear((frame as ViewingSignal).data);
        else if (frame.kind === 'whereabouts') locate((frame as WhereaboutsSignal).data);
      },
      onReset() {
        heard.value++;
        void load();
        if (selected.value) void loadThread(selected.value);
      },
    });
    stopWatching = effect(() => {
      liveState.value = live!.state.value;
    });
  };
  let stopWatching = (): void => {};

  const onVisible = (): void => {
    if (document.visibilityState !== 'visible') return;
    live?.retry();
    outbox.retry();
    if (!list.rows.value) void load();
    if (thread.value) void markSeen(thread.value);
  };
  document.addEventListener('visibilitychange', onVisible);
  addEventListener('online', onVisible);
  const clock = setInterval(() => {
    now.value = Date.now();
  }, 15_000);

  /** A notification was tapped while a page of the inbox was open. */
  const onPushed = ({ data }: MessageEvent<{ open?: string }>): void => {
    const link = readLink(data.open ?? '');
    if (link?.site === membership.site) open(link.conversation);
    else if (link) location.assign(data.open!);
  };
  navigator.serviceWorker?.addEventListener('message', onPushed);

  const loadAlerts = async (): Promise<void> => {
    await alerts.load();
    const { kept } = alerts;
    if (!kept.value || !wasOn(me.id)) return;
    const renewed = await turnOn(call, {
      me: me.id,
      pushKey: kept.value.pushKey,
      language: document.documentElement.lang,
    }).catch(() => null);
    if (renewed) alerts.take(renewed);
  };

  void load().then(loadAlerts);

  return {
    me,
    membership,
    call,
    attempt,
    overview: overview as ReadonlySignal<Overview>,
    list,
    drafts,
    viewers,
    deed: acts.deed,
    isRailShown,
    goal,
    selected: selected as ReadonlySignal<string | null>,
    otherChanges: heard as ReadonlySignal<number>,
    people: computed(() => overview.value.people),
    listChanges: list.rows as ReadonlySignal<unknown>,
    thread: thread as ReadonlySignal<InboxThread | null>,
    problem: problem as ReadonlySignal<CallError | null>,
    now: now as ReadonlySignal<number>,
    liveState: liveState as ReadonlySignal<LiveState>,
    // What has arrived is shown as arrived, even while its acknowledgement is still on the way.
    unsent: computed(() =>
      outbox.items.value.filter(
        ({ id, payload }) =>
          payload.conversation === selected.value &&
          !thread.value?.messages.some((message) => message.id === id),
      ),
    ) as ReadonlySignal<readonly Unsent<Outgoing>[]>,
    /** What waits to be sent or was not taken, in any conversation. */
    waiting: computed(() =>
      outbox.items.value.filter(({ state }) => state !== 'sending' || liveState.value === 'waiting'),
    ) as ReadonlySignal<readonly Unsent<Outgoing>[]>,
    /** The conversations that an action is for: those that were picked, or else the open one. */
    targets: computed(() =>
      list.picked.value.size ? [...list.picked.value] : selected.value ? [selected.value] : [],
    ),
    load,
    loadOverview,
    show(view: View): void {
      isRailShown.value = false;
      list.show(view);
    },
    open,
    reload(): void {
      if (selected.value) void loadThread(selected.value);
      refresh();
    },
    uploads,
    alerts,
    presence,
    /** True while the visitor of the open conversation types. */
    isTyping: computed(() => typists.names.value[selected.value ?? ''] !== undefined),
    /** Tells colleagues, and of a reply the visitor, that something is being written. */
    type(isTyping: boolean, visibility: 'public' | 'note'): void {
      const conversation = selected.value;
      if (!conversation) return;
      viewers.write(isTyping);
      // A note is nobody's business but the colleagues'.
      if (visibility === 'note') return;
      let word = typingWords.get(conversation);
      if (!word) {
        word = createTypingWord((typing) =>
          call(routes.postStaffTyping, { path: { conversation }, body: { typing } }),
        );
        typingWords.set(conversation, word);
      }
      word(isTyping);
    },
    /** @returns false when there is nothing to send */
    send(body: string, visibility: 'public' | 'note'): boolean {
      const conversation = selected.value;
      const files = uploads.items.value.filter(
        (item) => item.place === conversation && !item.isTaken && item.state !== 'refused',
      );
      if (!conversation || (body.trim() === '' && !files.length)) return false;
      const after = thread.value?.messages.at(-1)?.seq;
      outbox.add(newId(), {
        conversation,
        body,
        visibility,
        ...(files.length && { files: files.map(({ id, name }) => ({ id, name })) }),
        ...(visibility === 'public' && after !== undefined && { after }),
      });
      uploads.mark(
        files.map(({ id }) => id),
        true,
      );
      return true;
    },
    retry: () => outbox.retry(),
    /** Sends a reply although a colleague has answered. */
    sendAnyway({ id, payload }: Unsent<Outgoing>): void {
      const { after: _, ...rest } = payload;
      outbox.remove(id);
      outbox.add(id, rest);
    },
    takeBack(id: string): void {
      const item = outbox.items.value.find((each) => each.id === id);
      uploads.mark(item?.payload.files?.map((file) => file.id) ?? [], false);
      outbox.remove(id);
    },
    /** Changes the picked conversations, or else the open one. */
    async act(change: ConversationChange, ids: readonly string[] = []): Promise<void> {
      const targets = ids.length
        ? ids
        : list.picked.value.size
          ? [...list.picked.value]
          : selected.value
            ? [selected.value]
            : [];
      const changed = await acts.act(targets, change);
      if (!changed) return;
      list.pickNone();
      if (change.mergeInto && targets.includes(selected.value ?? '')) open(change.mergeInto);
      refresh();
    },
    async undo(): Promise<void> {
      if (await acts.undo()) {
        refresh();
        if (selected.value) void loadThread(selected.value);
      }
    },
    forgetDeed: acts.forget,
    async unmerge(conversation: string): Promise<void> {
      const reply = await attempt(call(routes.unmerge, { path: { conversation } }));
      if (reply) take(reply.conversation);
    },
    async block(conversation: string, blocked: boolean): Promise<void> {
      await attempt(call(postBlock, { path: { conversation }, body: { blocked } }));
    },
    dispose(): void {
      live?.stop();
      stopWatching();
      outbox.dispose();
      uploads.dispose();
      typists.dispose();
      presence.dispose();
      ringing.dispose();
      viewers.dispose();
      drafts.dispose();
      acts.dispose();
      list.dispose();
      clearInterval(clock);
      clearTimeout(refreshTimer);
      clearTimeout(searchTimer);
      document.removeEventListener('visibilitychange', onVisible);
      removeEventListener('online', onVisible);
      navigator.serviceWorker?.removeEventListener('message', onPushed);
    },
  };
};

export type Inbox = ReturnType<typeof createInbox>;
