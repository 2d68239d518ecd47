import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { showCount } from './alert/favicon.ts';
import { StaffProvider, useFeatures, useLanguage } from '../core/staff/context.ts';
import { isAtLeast } from '../../shared/core/people/roles.ts';
import { maySee, type StaffPage } from '../core/staff/feature.ts';
import { InboxContext, useInbox } from './context.ts';
import { Conversation } from './thread/Conversation.tsx';
import type { StaffSession } from './session/staffSession.ts';
import type { Over } from './actions/over.ts';
import { listenToKeys } from './actions/keyboard.ts';
import { lazy } from '../core/staff/lazy.tsx';
import { List } from './list/List.tsx';
import type { Inbox as InboxModel } from './session/inbox.ts';
import { currentPath, isWithin } from '../core/staff/router.ts';
import { Rail } from './list/Rail.tsx';
import { Strip } from './ui/Strip.tsx';
import { Toast } from './actions/Toast.tsx';

const Keys = lazy(async () => (await import('./actions/palette/Keys.tsx')).Keys);
const Compose = lazy(async () => (await import('./compose/Compose.tsx')).Compose);
const Forward = lazy(async () => (await import('./mail/Forward.tsx')).Forward);
const Palette = lazy(async () => (await import('./actions/palette/Palette.tsx')).Palette);

/** A feature's page, and beside it the conversation that it opened. */
const Page = ({ page, choose }: { page: StaffPage; choose(over: Over): void }) =>
  page.keepsBeside && useInbox().thread.id.value ? (
    <div class="panes">
      <page.Part />
      <Conversation choose={choose} />
    </div>
  ) : (
    <page.Part />
  );

/** The staff's page: views, list, conversation; one at a time on a phone. */
export const Inbox = ({ inbox, desk }: { inbox: InboxModel; desk: StaffSession }) => {
  const { texts } = useLanguage();
  const [over, setOver] = useState<Over>(null);
  // Before the first paint: a key pressed on what is seen is heard.
  const answers = isAtLeast(inbox.membership.role, 'agent');
  // The inbox's keys are for conversations.
  useLayoutEffect(() => (answers ? listenToKeys(inbox, setOver) : undefined), [inbox]);
  const waiting = inbox.overview.now.value.counts['waiting'] ?? 0;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${texts.inbox} – ${inbox.membership.name}`;
    showCount(waiting);
  }, [waiting, texts]);
  const pages = useFeatures().flatMap(({ page }) => (page && maySee(page, inbox.membership) ? [page] : []));
  const named = pages.find(({ path }) => isWithin(currentPath.value, `/inbox/${path}`));
  // Who answers no conversations begins with what they look after; on a phone, with the way to it.
  const page = named ?? (answers ? undefined : pages.find(({ isOwn }) => !isOwn));
  const isChoosing = inbox.isRailShown.value || (!answers && !named);
  const shown = inbox.thread.id.value ? 'desk reading' : isChoosing ? 'desk choosing' : 'desk';
  const close = (): void => setOver(null);
  return (
    <StaffProvider.Provider value={inbox}>
      <InboxContext.Provider value={inbox}>
        <Strip />
        <main class={shown}>
          <h1 class="unseen">
            {texts.inbox} – {inbox.membership.name}
          </h1>
          <Rail desk={desk} help={() => setOver('keys')} />
          {page ? (
            <Page page={page} choose={setOver} />
          ) : (
            <div class="panes">
              <List choose={setOver} />
              <Conversation choose={setOver} />
            </div>
          )}
        </main>
        <Toast />
        {inbox.composing.value && <Compose target={inbox.composing.value} />}
        {over === 'keys' ? (
          <Keys close={close} gone={close} />
        ) : over === 'forward' ? (
          <Forward close={close} />
        ) : (
          over && <Palette key={over} page={over} show={setOver} desk={desk} gone={close} />
        )}
      </InboxContext.Provider>
    </StaffProvider.Provider>
  );
};
