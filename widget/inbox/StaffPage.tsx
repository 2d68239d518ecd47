import { useState } from 'preact/hooks';
import { FeaturesContext, LanguageContext, useFeatures, useLanguage } from '../core/staff/context.ts';
import { failureText } from '../core/staff/failureText.ts';
import type { StaffFeature } from '../core/staff/feature.ts';
import type { Language } from '../core/staff/i18n.ts';
import { currentPath } from '../core/staff/router.ts';
import { createCall } from '../core/net/client.ts';
import { createStaffSession, type StaffSession } from './session/staffSession.ts';
import { staffFeatures } from './features.ts';
import { Inbox } from './Inbox.tsx';
import { LoadedPage } from './session/LoadedPage.tsx';
import { Login } from './session/Login.tsx';
import { SessionEnded } from './session/SessionEnded.tsx';

/** Shown while it is not known who is logged in, or when they answer on no site. */
const Waiting = ({ desk }: { desk: StaffSession }) => {
  const { texts } = useLanguage();
  const problem = desk.problem.value;
  const me = desk.me.value;
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

/** The inbox, an area of a feature, or the login. */
const Page = ({ desk }: { desk: StaffSession }) => {
  const { tag } = useLanguage();
  const features = useFeatures();
  const inbox = desk.inbox.value;
  const me = desk.me.value;
  if (!inbox || !me) return me === null ? <Login desk={desk} /> : <Waiting desk={desk} />;
  const { membership } = inbox;
  const area = features.find(
    (feature) => feature.area && currentPath.value.startsWith(`/inbox/${feature.area.path}`),
  )?.area;
  if (area)
    return (
      <LoadedPage
        key={`${area.path} ${membership.site}`}
        load={area.load}
        given={{ me, membership, call: desk.call, tag }}
      />
    );
  return <Inbox key={membership.site} inbox={inbox} desk={desk} />;
};

const LoggedIn = () => {
  const [desk] = useState(createStaffSession);
  return (
    <>
      <Page desk={desk} />
      {desk.hasEnded.value && <SessionEnded desk={desk} />}
    </>
  );
};

/** Everything that staff see, from the login on. */
export const StaffPage = ({
  language,
  features = staffFeatures,
}: {
  language: Language;
  features?: readonly StaffFeature[];
}) => {
  const name = /^\/inbox\/(\w+)$/.exec(location.pathname)?.[1] ?? '';
  const load = features.flatMap(
    ({ entryPages }) => (entryPages && Object.hasOwn(entryPages, name) && entryPages[name]) || [],
  )[0];
  return (
    <LanguageContext.Provider value={language}>
      <FeaturesContext.Provider value={features}>
        {load ? (
          <LoadedPage load={load} given={{ tag: language.tag, call: createCall('', () => ({})) }} />
        ) : (
          <LoggedIn />
        )}
      </FeaturesContext.Provider>
    </LanguageContext.Provider>
  );
};
