import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { uploadStaffAttachment } from '../../../shared/core/content/attachmentRoutes.ts';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import { listModerated } from '../../../shared/core/moderation/routes.ts';
import { isAtLeast } from '../../../shared/core/people/roles.ts';
import type { Me, Membership } from '../../../shared/core/people/staff.ts';
import { getMe } from '../../../shared/core/people/staffRoutes.ts';
import { fillPath } from '../../../shared/core/route.ts';
import type { View } from '../../../shared/inbox/schema.ts';
import { type Attempt, createAttempts } from '../../core/net/attempt.ts';
import type { Call } from '../../core/net/client.ts';
import type { LiveListener } from '../../core/net/live.ts';
import { createUploads, type Uploads } from '../../core/net/uploads.ts';
import { createActions } from '../actions/actions.ts';
import { createAlertModel } from '../alert/model.ts';
import { createList } from '../list/list.ts';
import { createOverview } from '../list/overview.ts';
import { createComposing } from '../compose/target.ts';
import { createDrafts } from '../thread/drafts.ts';
import { createOpenThread } from '../thread/openThread.ts';
import { createOutgoing } from '../thread/outgoing.ts';
import { createViewers } from '../thread/viewers.ts';
import { createClock } from './clock.ts';
import { createOtherChanges } from './otherChanges.ts';
import { onPush, onReturn } from './pageEvents.ts';
import { createPresence, noPresence } from './presence.ts';
import { createStream } from './stream.ts';

/** Sends files of staff. */
const createStaffUploads = (site: string) =>
  createUploads(
    (id, name) => `${fillPath(uploadStaffAttachment.path, { site })}?${new URLSearchParams({ id, name })}`,
    () => ({}),
  );

/**
 * Sends again the files that met the end of the session. They go their own way: a call that waits for the login goes
 * after them.
 */
const retryAfterLogin = ({ items, retry }: Uploads, call: Call): (() => void) =>
  effect(() => {
    const lost = items.value.filter(
      ({ state, error }) => state === 'waiting' && error?.code === 'unauthenticated',
    );
    if (lost.length)
      call(getMe, {}).then(
        () => {
          for (const { id } of lost) retry(id);
        },
        () => {},
      );
  });

interface Loads<Value> {
  load(): Promise<Value>;
}

/** Loads conversations and their numbers. @returns the place in the log from which changes are told */
const loadFirst = async (list: Loads<number | null>, overview: Loads<unknown>): Promise<number | null> =>
  (await Promise.all([list.load(), overview.load()]))[0];

/** The place in the log from which changes are told to moderators, who have no conversations. */
const findPublicCursor = async (call: Call, attempt: Attempt): Promise<number | null> =>
  (await attempt(call(listModerated, { query: { state: 'waiting' } })))?.cursor ?? null;

/**
 * One site's inbox: the list of a view, the open thread, what is being written, kept current by the stream. While
 * `isRailShown`, a phone shows the views instead of the list.
 */
export const createInbox = (me: Me, membership: Membership, anonymous: Call) => {
  const { site, role } = membership;
  const call: Call = (route, options) => anonymous(route, { ...options, path: { site, ...options.path } });
  const { problem, attempt } = createAttempts();
  const [clock, otherChanges] = [createClock(), createOtherChanges()];
  const [isRailShown, listeners] = [signal(false), [] as LiveListener[]];
  const stream = createStream(site, listeners);
  const uploads = createStaffUploads(site);
  const answers = isAtLeast(role, 'agent');
  const presence = (answers ? createPresence : noPresence)(call, site);
  const viewers = createViewers(call, site);
  const drafts = createDrafts(call);
  const overview = createOverview(call, attempt);
  const list = createList(call, attempt, me.id);
  const thread = createOpenThread(call, attempt, viewers.look);
  const outgoing = createOutgoing(call, site, uploads, thread, stream.state);
  const alerts = createAlertModel(call, me.id, (id) => id === thread.id.value);
  const take = (item: InboxConversation): void => {
    thread.takeConversation(item);
    list.take(item);
  };
  const actions = createActions({ call, attempt, overview, list, thread, take });
  listeners.push(...(answers ? [overview, actions, alerts, list, thread, viewers] : []), otherChanges);

  const load = async (): Promise<void> => {
    const cursor = await (answers ? loadFirst(list, overview) : findPublicCursor(call, attempt));
    if (cursor !== null) stream.begin(cursor);
    outgoing.retry();
  };
  const ends = [
    clock.dispose,
    retryAfterLogin(uploads, anonymous),
    onPush(site, thread.open),
    onReturn(() => {
      stream.retry();
      outgoing.retry();
      if (answers ? !list.rows.value : stream.state.value === 'connecting') void load();
      thread.markSeen();
    }),
    ...[stream, outgoing, uploads, thread, presence, alerts, viewers, drafts, actions, overview, list].map(
      ({ dispose }) => dispose,
    ),
  ];
  void load().then(answers ? alerts.load : undefined);
  return {
    me,
    membership,
    call,
    attempt,
    problem,
    now: clock.now,
    liveState: stream.state,
    people: computed(() => overview.now.value.people),
    otherChanges: otherChanges.count,
    contactChanges: otherChanges.contact,
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
    ...createComposing(),
    opened: thread.id,
    open: thread.open,
    dispose(): void {
      for (const end of ends) end();
    },
  };
};

export type Inbox = ReturnType<typeof createInbox>;
