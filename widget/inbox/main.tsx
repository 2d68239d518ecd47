import { type ComponentType, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { directionOf } from '../../shared/core/languages.ts';
import { createCall } from '../core/client.ts';
import { accountForStaff } from '../account/inbox.tsx';
import { announcementsForStaff } from '../announcements/inbox.tsx';
import { askForStaff } from '../ask/inbox.tsx';
import { callsForStaff } from '../callbacks/inbox.tsx';
import { chatForStaff } from '../chat/inbox.tsx';
import { commentsForStaff } from '../comments/inbox.tsx';
import { invitationsForStaff } from '../invitations/inbox.tsx';
import { npsForStaff } from '../nps/inbox.tsx';
import { alertsForStaff } from './alert/feature.ts';
import { FeaturesContext, LanguageContext, useLanguage } from './context.ts';
import { createDesk, type Desk } from './desk.ts';
import { failureText } from './failureText.ts';
import { Inbox } from './Inbox.tsx';
import { loadLanguage } from './i18n.ts';
import { Login } from './Login.tsx';
import { place } from './place.ts';
import './inbox.css';

/* The composition root of the staff's page: features add what they know of a conversation here. */

/** Loads a page when it is first drawn; a failure says so, and another try is a reload. */
const onDemand =
  <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  (props: Props) => {
    const { texts } = useLanguage();
    const [Part, setPart] = useState<ComponentType<Props> | null>(null);
    const [isFailed, setFailed] = useState(false);
    useEffect(() => {
      load().then(
        (part) => setPart(() => part),
        () => setFailed(true),
      );
    }, []);
    if (Part) return <Part {...props} />;
    return (
      <main class="login">
        <p class={isFailed ? 'wrong' : 'quiet'} role="status">
          {isFailed ? texts.offline : texts.loading}
        </p>
        {isFailed && (
          <button type="button" class="primary" onClick={() => location.reload()}>
            {texts.tryAgain}
          </button>
        )}
      </main>
    );
  };

const Console = onDemand(async () => (await import('../console/Console.tsx')).Console);
const Setup = onDemand(async () => (await import('../console/entry/Setup.tsx')).Setup);
const Reset = onDemand(async () => (await import('../account/inbox/Reset.tsx')).Reset);
const Welcome = onDemand(async () => (await import('../console/entry/Welcome.tsx')).Welcome);

const Page = ({ desk }: { desk: Desk }) => {
  const { texts, tag } = useLanguage();
  const inbox = desk.inbox.value;
  const me = desk.me.value;
  const problem = desk.problem.value;
  if (inbox && me && place.value.startsWith('/inbox/console'))
    return (
      <Console key={inbox.membership.site} me={me} membership={inbox.membership} call={desk.call} tag={tag} />
    );
  if (inbox) return <Inbox key={inbox.membership.site} inbox={inbox} desk={desk} />;
  if (me === null) return <Login desk={desk} />;
  return (
    <main class="login">
      <p class={problem ? 'wrong' : 'quiet'} role="status">
        {problem ? failureText(texts, problem) : me ? texts.noSite : texts.loading}
      </p>
      {problem && (
        <button type="button" class="primary" onClick={() => desk.look()}>
          {texts.tryAgain}
        </button>
      )}
      {me && (
        <button type="button" class="primary" onClick={() => desk.logOut()}>
          {texts.logOut}
        </button>
      )}
    </main>
  );
};

const asked = new URLSearchParams(location.search).get('lang');
const language = await loadLanguage([...(asked ? [asked] : []), ...navigator.languages]);
document.documentElement.lang = language.tag;
document.documentElement.dir = directionOf(language.tag);
/** Pages that nobody is logged in for. */
const entries = {
  '/inbox/setup': { Part: Setup },
  '/inbox/welcome': { Part: Welcome },
  '/inbox/reset': { Part: Reset },
} as const;
const entry = Object.hasOwn(entries, location.pathname)
  ? entries[location.pathname as keyof typeof entries]
  : null;
render(
  <LanguageContext.Provider value={language}>
    <FeaturesContext.Provider
      value={[
        askForStaff,
        chatForStaff,
        callsForStaff,
        commentsForStaff,
        npsForStaff,
        invitationsForStaff,
        announcementsForStaff,
        accountForStaff,
        alertsForStaff,
      ]}
    >
      {entry ? (
        <entry.Part tag={language.tag} call={createCall('', () => ({}))} />
      ) : (
        <Page desk={createDesk()} />
      )}
    </FeaturesContext.Provider>
  </LanguageContext.Provider>,
  document.getElementById('inbox')!,
);
