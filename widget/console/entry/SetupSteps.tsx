import { useMemo, useState } from 'preact/hooks';
import type { Setup as SetupBody } from '../../../shared/console/schema.ts';
import { type Language, languageNames, ourLanguage, mainLanguage } from '../../../shared/core/languages.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import { useTexts } from '../context.ts';
import { HoursFields } from '../HoursFields.tsx';
import { LookFields } from '../LookFields.tsx';
import { OriginsField } from '../OriginsField.tsx';
import { Preview } from '../preview/Preview.tsx';
import { documentOf, keyOf } from './defaults.ts';

const languages = Object.entries(languageNames) as [Language, string][];

/** Props of every step of the first run. */
export interface StepProps {
  given: SetupBody;
  refused(field: string): string | undefined;
  setOwner(part: Partial<SetupBody['owner']>): void;
  setSite(part: Partial<SetupBody['site']>): void;
  setSettings(part: Partial<SetupBody['site']['settings']>): void;
}

/** The owner's account. */
export const AccountStep = ({ given, refused, setOwner }: StepProps) => {
  const { texts } = useTexts();
  const { name, email, password } = given.owner;
  return (
    <>
      <TextField
        label={texts.personName}
        value={name}
        required
        maxLength={80}
        autocomplete="name"
        dir="auto"
        refused={refused('owner.name')}
        onValue={(text) => setOwner({ name: text })}
      />
      <TextField
        label={texts.email}
        type="email"
        value={email}
        required
        autocomplete="username"
        dir="ltr"
        refused={refused('owner.email')}
        onValue={(text) => setOwner({ email: text.trim() })}
      />
      <TextField
        label={texts.password}
        hint={texts.passwordHint}
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

/** The site: its name, key, address and language. */
export const SiteStep = ({ given, refused, setSite, setSettings }: StepProps) => {
  const { texts } = useTexts();
  const { site } = given;
  const [hasOwnKey, setOwnKey] = useState(site.key !== '' && site.key !== keyOf(site.name));
  return (
    <>
      <TextField
        label={texts.name}
        hint={texts.nameHint}
        value={site.name}
        required
        maxLength={60}
        dir="auto"
        refused={refused('site.name')}
        onValue={(name) => setSite({ name, ...(!hasOwnKey && { key: keyOf(name) }) })}
      />
      <TextField
        label={texts.key}
        hint={texts.keyHint}
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
        label={texts.siteAddress}
        origins={site.origins}
        refused={refused('site.origins') as never}
        onOrigins={(origins) => setSite({ origins })}
      />
      <SelectField
        label={texts.mainLanguage}
        value={(ourLanguage(mainLanguage(site.settings)) ?? 'en') as Language}
        options={languages}
        onValue={(language) => setSettings({ languages: [language], greeting: {} })}
      />
    </>
  );
};

/** The look and the greeting, beside a preview. */
export const LookStep = ({ given, refused, setSettings }: StepProps) => {
  const { texts } = useTexts();
  const { theme, greeting, languages: spoken } = given.site.settings;
  // biome-ignore lint/style/noNonNullAssertion: the settings name one language at least
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
          label={texts.greetingOne}
          hint={texts.greetingHint}
          value={greeting[language] ?? ''}
          placeholder={texts.greetingExample}
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

/** The hours of the team. */
export const HoursStep = ({ given, refused, setSettings }: StepProps) => (
  <HoursFields
    hours={given.site.settings.hours}
    refused={(path) => refused(`site.settings.hours.${path}`)}
    set={(hours) => setSettings({ hours })}
  />
);
