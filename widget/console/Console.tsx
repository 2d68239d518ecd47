import { isAtLeast, type Role } from '../../shared/core/people/roles.ts';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SiteSettings } from '../../shared/siteSettings.ts';
import type { Me, Membership } from '../../shared/core/people/staff.ts';
import type { Call } from '../core/net/client.ts';
import { Icon } from '../core/staff/Icon.tsx';
import { fill } from '../core/text/fill.ts';
import { followLink, currentPath } from '../core/staff/router.ts';
import { ConsoleContext, useConsole, useTexts, TextsContext } from './context.ts';
import { problemText } from './failure.ts';
import { type ConsoleTexts, loadConsoleTexts } from './i18n.ts';
import { modelFor } from './modelFor.ts';
import { answersVisitors } from './people.ts';
import type { PreviewState } from './preview/messages.ts';
import { Preview } from './preview/Preview.tsx';
import { Ask } from './sections/Ask.tsx';
import { Hours } from './sections/Hours.tsx';
import { Install } from './sections/Install.tsx';
import { Look } from './sections/Look.tsx';
import { People } from './sections/People.tsx';
import { Site } from './sections/Site.tsx';
import { lazySection } from './lazySection.tsx';
import './styles.ts';
import { RefusalTexts } from '../core/staff/fields.tsx';
import { refusalText } from './refusalText.ts';

const Callbacks = lazySection(async () => (await import('./callbacks/Callbacks.tsx')).Callbacks);
const Comments = lazySection(async () => (await import('./sections/Comments.tsx')).Comments);
const Developers = lazySection(async () => (await import('./developers/Developers.tsx')).Developers);
const Jobs = lazySection(async () => (await import('./jobs/Jobs.tsx')).Jobs);
const Moderation = lazySection(async () => (await import('./moderation/Moderation.tsx')).Moderation);
const History = lazySection(async () => (await import('./sections/History.tsx')).History);
const Mail = lazySection(async () => (await import('./sections/Mail.tsx')).Mail);
const Privacy = lazySection(async () => (await import('./privacy/Privacy.tsx')).Privacy);
const Replies = lazySection(async () => (await import('./sections/Replies.tsx')).Replies);
const Search = lazySection(async () => (await import('./search/Search.tsx')).Search);
const SignIn = lazySection(async () => (await import('./signIn/SignIn.tsx')).SignIn);
const Sites = lazySection(async () => (await import('./sites/Sites.tsx')).Sites);
const Teams = lazySection(async () => (await import('./sections/Teams.tsx')).Teams);
const Webhooks = lazySection(async () => (await import('./webhooks/Webhooks.tsx')).Webhooks);
const Texts = lazySection(async () => (await import('./sections/Texts.tsx')).Texts);

const sections = [
  'install',
  'site',
  'look',
  'texts',
  'ask',
  'search',
  'calls',
  'mail',
  'comments',
  'moderation',
  'hours',
  'people',
  'signin',
  'teams',
  'replies',
  'privacy',
  'webhooks',
  'developers',
  'jobs',
  'sites',
  'history',
] as const;
type Section = (typeof sections)[number];

/** Sections for owners alone. */
const ofOwners: readonly Section[] = ['signin'];
const sectionsFor = (role: Role): readonly Section[] =>
  role === 'owner' ? sections : sections.filter((section) => !ofOwners.includes(section));

const sectionAt = (path: string, role: Role): Section =>
  sectionsFor(role).find((section) => path === `/inbox/console/${section}`) ?? 'install';

/** The settings of each section, for "reset"; and the view that shows it, where the widget shows it. */
const aspects: Partial<Record<Section, { keys: (keyof SiteSettings)[]; view?: PreviewState }>> = {
  site: { keys: ['languages', 'teamName', 'greeting', 'share', 'analytics'], view: 'home' },
  look: { keys: ['theme', 'brand'], view: 'home' },
  texts: { keys: ['texts'], view: 'home' },
  ask: {
    keys: [
      'features',
      'paused',
      'targetMinutes',
      'promise',
      'chat',
      'suggestionCaution',
      'communityAnswers',
      'ideas',
      'csat',
      'attachments',
      'categories',
    ],
    view: 'form',
  },
  calls: { keys: ['callback'], view: 'home' },
  comments: { keys: ['comments'], view: 'home' },
  moderation: { keys: ['moderation'] },
  hours: { keys: ['hours'], view: 'away' },
  privacy: { keys: ['retention', 'privacyPage'] },
};

const Bar = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const count = model.changes.value.length;
  const undoable = model.undoable.value;
  const problem = model.problem.value;
  return (
    <div class="save-bar">
      <div role="status" class="save-words">
        {model.newer.value ? (
          <p class="bad-words">{texts.conflict}</p>
        ) : problem ? (
          <p class="bad-words">{problemText(texts, problem)}</p>
        ) : count > 0 ? (
          <p>{fill(texts.unsaved, { count })}</p>
        ) : (
          (undoable !== null || model.wasUndone.value) && (
            <p>{model.wasUndone.value ? texts.undone : texts.saved}</p>
          )
        )}
      </div>
      {model.newer.value ? (
        <div class="actions">
          <button type="button" onClick={model.takeTheirs}>
            {texts.takeTheirs}
          </button>
          <button type="button" class="primary" onClick={model.keepMine}>
            {texts.keepMine}
          </button>
        </div>
      ) : count > 0 ? (
        <div class="actions">
          <button type="button" onClick={model.discard}>
            {texts.discard}
          </button>
          <button type="button" class="primary" disabled={model.busy.value} onClick={() => model.save()}>
            {model.busy.value ? texts.saving : texts.save}
          </button>
        </div>
      ) : (
        undoable !== null && (
          <div class="actions">
            <button type="button" disabled={model.busy.value} onClick={() => model.undo(undoable)}>
              {texts.undo}
            </button>
          </div>
        )
      )}
    </div>
  );
};

const views: Record<Section, (given: { me: Me }) => ComponentChildren> = {
  install: () => <Install />,
  site: () => <Site />,
  look: () => <Look />,
  texts: () => <Texts />,
  ask: () => <Ask />,
  search: () => <Search />,
  calls: () => <Callbacks />,
  mail: () => <Mail />,
  comments: () => <Comments />,
  moderation: () => <Moderation />,
  hours: () => <Hours />,
  people: ({ me }) => <People myself={me.id} />,
  signin: () => <SignIn />,
  teams: () => <Teams />,
  replies: () => <Replies />,
  privacy: () => <Privacy />,
  webhooks: () => <Webhooks />,
  developers: () => <Developers />,
  jobs: () => <Jobs />,
  sites: () => <Sites />,
  history: () => <History />,
};

const Page = ({ me }: { me: Me }) => {
  const model = useConsole();
  const { texts } = useTexts();
  const section = sectionAt(currentPath.value, model.membership.role);
  const title = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const isFirst = useRef(true);
  const aspect = aspects[section];
  const draft = model.draft.value;
  const people = model.people.value;
  useEffect(() => {
    document.title = `${texts[`section_${section}`]} – ${model.membership.name}`;
    // The focus moves with the page, except where they have just come in.
    if (!isFirst.current) title.current?.focus();
    isFirst.current = false;
    // On a phone the sections are a row that scrolls.
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section]);
  useEffect(() => void model.loadPeople(), [model]);
  const shownPeople = useMemo(() => (people ?? []).filter(answersVisitors), [people]);
  const reset = (): void => {
    const { defaults } = model.loaded();
    for (const key of aspect?.keys ?? []) model.set(['settings', key], defaults[key]);
  };

  return (
    <div class="console">
      <nav class="console-nav" aria-label={texts.sections}>
        <a class="back" href="/inbox" onClick={followLink}>
          <Icon name="back" />
          <span>{texts.backToInbox}</span>
        </a>
        <p class="brand">{model.membership.name}</p>
        <ul ref={list}>
          {sectionsFor(model.membership.role).map((one) => (
            <li key={one}>
              <a
                href={`/inbox/console/${one}`}
                aria-current={one === section ? 'page' : undefined}
                onClick={followLink}
              >
                {texts[`section_${one}`]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class={aspect?.view ? 'with-preview' : ''}>
        <div class="form">
          <div class="title">
            <h1 ref={title} tabIndex={-1}>
              {texts[`section_${section}`]}
            </h1>
            {aspect && draft && (
              <button type="button" onClick={reset}>
                {texts.reset}
              </button>
            )}
          </div>
          {draft ? (
            <div class="cards" key={section}>
              {views[section]({ me })}
            </div>
          ) : (
            <p role="status" class={model.problem.value ? 'bad-words' : 'quiet'}>
              {model.problem.value ? problemText(texts, model.problem.value) : texts.loading}
            </p>
          )}
          {!draft && model.problem.value && (
            <button type="button" class="primary" onClick={() => model.load()}>
              {texts.tryAgain}
            </button>
          )}
        </div>
        {aspect?.view && draft && <Preview document={draft} people={shownPeople} start={aspect.view} />}
      </main>
      {draft && <Bar />}
    </div>
  );
};

/** The owner's settings, within the staff's page. */
export const Console = ({
  me,
  membership,
  call,
  tag,
}: {
  me: Me;
  membership: Membership;
  call: Call;
  tag: string;
}) => {
  const [texts, setTexts] = useState<ConsoleTexts | null>(null);
  const model = useMemo(
    () => (isAtLeast(membership.role, 'admin') ? modelFor(membership, call) : null),
    [membership],
  );
  useEffect(() => void loadConsoleTexts(tag).then(setTexts), [tag]);
  if (!texts) return null;
  if (!model)
    return (
      <main class="login">
        <p>{texts.notForYou}</p>
        <a href="/inbox" onClick={followLink}>
          {texts.backToInbox}
        </a>
      </main>
    );
  return (
    <TextsContext.Provider value={{ tag, texts }}>
      <RefusalTexts.Provider value={(code) => refusalText(texts, code)}>
        <ConsoleContext.Provider value={model}>
          <Page me={me} />
        </ConsoleContext.Provider>
      </RefusalTexts.Provider>
    </TextsContext.Provider>
  );
};
