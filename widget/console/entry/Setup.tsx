import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { checkSetupCode, setUp } from '../../../shared/console/routes.ts';
import type { Setup as SetupBody } from '../../../shared/console/schema.ts';
import { type Language, languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import type { Me } from '../../../shared/core/people/staff.ts';
import { type Call, type CallError, asCallError } from '../../core/net/client.ts';
import { fill } from '../../core/text/fill.ts';
import { ConsoleContext, useWords } from '../context.ts';
import { problemText } from '../failure.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import { HoursFields } from '../HoursFields.tsx';
import type { ConsoleTexts } from '../i18n.ts';
import { Installed } from '../Installed.tsx';
import { LookFields } from '../LookFields.tsx';
import { createConsole } from '../model.ts';
import { OriginsField } from '../OriginsField.tsx';
import { Preview } from '../preview/Preview.tsx';
import { Snippet } from '../Snippet.tsx';
import { documentOf, firstSetup, keyOf } from './defaults.ts';
import { Frame } from './Frame.tsx';

const steps = ['account', 'site', 'look', 'hours', 'live'] as const;

/** The step that has the field which the server refused. */
const stepOf = (field: string): number => {
  if (field.startsWith('owner')) return 0;
  if (field.startsWith('site.settings.theme') || field.startsWith('site.settings.greeting')) return 2;
  return field.startsWith('site.settings.hours') ? 3 : 1;
};

const languages = Object.entries(languageNames) as [Language, string][];

interface StepProps {
  given: SetupBody;
  refused(field: string): string | undefined;
  setOwner(part: Partial<SetupBody['owner']>): void;
  setSite(part: Partial<SetupBody['site']>): void;
  setSettings(part: Partial<SetupBody['site']['settings']>): void;
}

const Account = ({ given, refused, setOwner }: StepProps) => {
  const { say } = useWords();
  const { name, email, password } = given.owner;
  return (
    <>
      <TextField
        label={say.personName}
        value={name}
        required
        maxLength={80}
        autocomplete="name"
        dir="auto"
        refused={refused('owner.name')}
        onValue={(text) => setOwner({ name: text })}
      />
      <TextField
        label={say.email}
        type="email"
        value={email}
        required
        autocomplete="username"
        dir="ltr"
        refused={refused('owner.email')}
        onValue={(text) => setOwner({ email: text.trim() })}
      />
      <TextField
        label={say.password}
        hint={say.passwordHint}
        type="password"
        value={password}
        required
        minLength={10}
        autocomplete="new-password"
        refused={refused('owner.password')}
        onValue={(text) => setOwner({ password: text })}
      />
    </>
  );
};

const SiteStep = ({ given, refused, setSite, setSettings }: StepProps) => {
  const { say } = useWords();
  const { site } = given;
  const [hasOwnKey, setOwnKey] = useState(site.key !== '' && site.key !== keyOf(site.name));
  return (
    <>
      <TextField
        label={say.name}
        hint={say.nameHint}
        value={site.name}
        required
        maxLength={60}
        dir="auto"
        refused={refused('site.name')}
        onValue={(name) => setSite({ name, ...(!hasOwnKey && { key: keyOf(name) }) })}
      />
      <TextField
        label={say.key}
        hint={say.keyHint}
        value={site.key}
        required
        maxLength={40}
        dir="ltr"
        pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?"
        refused={refused('site.key')}
        onValue={(key) => {
          setOwnKey(true);
          setSite({ key });
        }}
      />
      <OriginsField
        label={say.siteAddress}
        origins={site.origins}
        refused={refused('site.origins') as never}
        onOrigins={(origins) => setSite({ origins })}
      />
      <SelectField
        label={say.mainLanguage}
        value={(ourLanguage(site.settings.languages[0]!) ?? 'en') as Language}
        options={languages}
        onValue={(language) => setSettings({ languages: [language], greeting: {} })}
      />
    </>
  );
};

const LookStep = ({ given, refused, setSettings }: StepProps) => {
  const { say } = useWords();
  const { theme, greeting, languages: spoken } = given.site.settings;
  const language = spoken[0]!;
  const document = useMemo(() => documentOf(given), [given]);
  const people = useMemo(() => [{ id: 'owner', name: given.owner.name }], [given.owner.name]);
  return (
    <div class="with-preview">
      <div>
        <LookFields
          theme={theme}
          all={false}
          refused={(key) => refused(`site.settings.theme.${key}`)}
          set={(key, value) => setSettings({ theme: { ...theme, [key]: value } })}
        />
        <TextField
          label={say.greetingOne}
          hint={say.greetingHint}
          value={greeting[language] ?? ''}
          placeholder={say.greetingExample}
          maxLength={140}
          dir="auto"
          refused={refused('site.settings.greeting')}
          onValue={(text) => setSettings({ greeting: text ? { [language]: text } : {} })}
        />
      </div>
      <Preview document={document} people={people} start="home" />
    </div>
  );
};

const Live = ({ me, siteKey, call }: { me: Me; siteKey: string; call: Call }) => {
  const { say } = useWords();
  const model = useMemo(() => createConsole(me.memberships[0]!, call), []);
  return (
    <ConsoleContext.Provider value={model}>
      <p>{say.live}</p>
      <Snippet site={siteKey} />
      {model.saved.value && <Installed />}
      <div class="dialog-actions">
        <a class="button primary" href={`/inbox${location.search}`}>
          {say.toInbox}
        </a>
      </div>
    </ConsoleContext.Provider>
  );
};

const Wizard = ({ say, tag, call }: { say: ConsoleTexts; tag: string; call: Call }) => {
  const [given, setGiven] = useState(() => firstSetup(location.hash.slice(1), tag));
  const [step, setStep] = useState(0);
  const [made, setMade] = useState<{ me: Me; key: string } | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const [isOver, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const fail = (error: unknown): void => {
    const failure = asCallError(error);
    if (failure.code === 'forbidden' || failure.fields['code']) setOver(true);
    const [field] = Object.keys(failure.fields);
    if (field) setStep(stepOf(field));
    setProblem(failure);
  };
  useEffect(() => void call(checkSetupCode, { body: { code: given.code } }).catch(fail), []);
  useEffect(() => {
    document.title = say.setUp;
    if (!isFirst.current) title.current?.focus();
    isFirst.current = false;
  }, [step]);

  const refused = (field: string): string | undefined =>
    Object.entries(problem?.fields ?? {}).find(
      ([name]) => name === field || name.startsWith(`${field}.`),
    )?.[1];
  const setSite = (part: Partial<SetupBody['site']>): void =>
    setGiven({ ...given, site: { ...given.site, ...part } });
  const parts: StepProps = {
    given,
    refused,
    setSite,
    setOwner: (part) => setGiven({ ...given, owner: { ...given.owner, ...part } }),
    setSettings: (part) => setSite({ settings: { ...given.site.settings, ...part } }),
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    if (step < 3) return setStep(step + 1);
    setBusy(true);
    try {
      const reply = await call(setUp, { body: given });
      setMade(reply);
      // The code is spent; it need not stand in the address any longer.
      history.replaceState(null, '', location.pathname + location.search);
      setStep(4);
    } catch (error) {
      fail(error);
    }
    setBusy(false);
  };

  if (isOver)
    return (
      <main class="login">
        <h1>{say.setUpOver}</h1>
        <p>{say.setUpOverLead}</p>
        <a href="/inbox">{say.logIn}</a>
      </main>
    );
  return (
    <main class={step === 2 ? 'wizard wide' : 'wizard'}>
      <p class="brand">{say.setUp}</p>
      <p class="quiet">{fill(say.step, { number: step + 1, count: steps.length })}</p>
      <h1 ref={title} tabIndex={-1}>
        {say[`step_${steps[step]!}`]}
      </h1>
      {made ? (
        <Live me={made.me} siteKey={made.key} call={call} />
      ) : (
        <form onSubmit={submit} class="card">
          {step === 0 && <p class="quiet">{say.setUpLead}</p>}
          {step === 0 && <Account {...parts} />}
          {step === 1 && <SiteStep {...parts} />}
          {step === 2 && <LookStep {...parts} />}
          {step === 3 && (
            <HoursFields
              hours={given.site.settings.hours}
              refused={(path) => refused(`site.settings.hours.${path}`)}
              set={(hours) => parts.setSettings({ hours })}
            />
          )}
          <p class="wrong" role="alert">
            {problem && problemText(say, problem)}
          </p>
          <div class="dialog-actions">
            {step > 0 && (
              <button type="button" onClick={() => setStep(step - 1)}>
                {say.back}
              </button>
            )}
            <button type="submit" class="primary" disabled={busy}>
              {step < 3 ? say.next : say.finish}
            </button>
          </div>
        </form>
      )}
    </main>
  );
};

/** The first run: from an empty database to a live widget. */
export const Setup = ({ tag, call }: { tag: string; call: Call }) => (
  <Frame tag={tag}>{(say) => <Wizard say={say} tag={tag} call={call} />}</Frame>
);
