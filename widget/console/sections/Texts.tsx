import { useEffect, useState } from 'preact/hooks';
import * as routes from '../../../shared/console/routes.ts';
import { type Language, languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { CheckField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { loadWidgetTextsByPart } from '../i18n.ts';
import { TextRow } from './TextRow.tsx';
import { screenOf, type TextScreen, textScreens, viewOf } from './textScreens.ts';

interface OurText {
  key: string;
  text: string;
  screen: TextScreen;
}

/** Our own texts in one language with the screens they stand on; null while they load. */
const useOurTexts = (language: Language): OurText[] | null => {
  const model = useConsole();
  const [ours, setOurs] = useState<OurText[] | null>(null);
  useEffect(() => {
    let gone = false;
    setOurs(null);
    void Promise.all([
      model.attempt(loadWidgetTextsByPart(language)),
      model.attempt(model.call(routes.getPageTexts, { query: { language } })),
    ]).then(([widget, pages]) => {
      if (gone) return;
      const byKey = new Map<string, OurText>();
      for (const [part, given] of Object.entries({ ...widget, pages: pages?.texts ?? {} }))
        for (const [key, text] of Object.entries(given))
          byKey.set(key, { key, text, screen: screenOf(key, part) });
      setOurs([...byKey.values()]);
    });
    return () => {
      gone = true;
    };
  }, [language]);
  return ours;
};

/** The texts of one screen, and how many of them are the owner's. */
const Group = ({
  name,
  rows,
  language,
  own,
}: {
  name: TextScreen;
  rows: readonly OurText[];
  language: Language;
  own: Readonly<Record<string, string>>;
}) => {
  const model = useConsole();
  const { texts } = useTexts();
  const count = rows.filter(({ key }) => Object.hasOwn(own, key)).length;
  const show = (key: string): void => {
    const view = viewOf(key, name);
    if (view) model.showInPreview({ view, language });
  };
  return (
    <section class="card" aria-labelledby={`texts-${name}`}>
      <h2 id={`texts-${name}`}>
        {texts[`screen_${name}`]}
        {count > 0 && <span class="quiet"> {fill(texts.textsChanged, { count })}</span>}
      </h2>
      <ul class="plain-list">
        {rows.map(({ key, text }) => (
          <TextRow
            key={`${language} ${key}`}
            language={language}
            name={key}
            ours={text}
            onFocus={() => show(key)}
          />
        ))}
      </ul>
    </section>
  );
};

/** Every text of widget and pages by the screen it stands on: ours, and the owner's beside it. */
export const Texts = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { languages, texts: ownTexts } = model.drafted().settings;
  const spoken = [...new Set(languages.map((tag) => ourLanguage(tag) ?? 'en'))];
  const [chosen, setLanguage] = useState<Language | undefined>();
  const language = chosen && spoken.includes(chosen) ? chosen : (spoken[0] ?? 'en');
  const ours = useOurTexts(language);
  const [search, setSearch] = useState('');
  const [screen, setScreen] = useState<TextScreen | 'all'>('all');
  const [onlyOwn, setOnlyOwn] = useState(false);

  // Another section's preview begins with its own view.
  useEffect(() => () => model.showInPreview(null), [model]);

  const own = ownTexts[language] ?? {};
  const wanted = search.trim().toLocaleLowerCase();
  const shown = (ours ?? []).filter(
    (one) =>
      (screen === 'all' || one.screen === screen) &&
      (!onlyOwn || Object.hasOwn(own, one.key)) &&
      `${one.text}\n${own[one.key] ?? ''}\n${one.key}`.toLocaleLowerCase().includes(wanted),
  );
  const groups = textScreens
    .map((name) => ({ name, rows: shown.filter((one) => one.screen === name) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <section class="card">
        <p class="quiet">{texts.textsLead}</p>
        <TextField label={texts.search} value={search} onValue={setSearch} dir="auto" />
        <div class="pair">
          <SelectField
            label={texts.textScreen}
            value={screen}
            options={[
              ['all', texts.allScreens] as const,
              ...textScreens.map((one) => [one, texts[`screen_${one}`]] as const),
            ]}
            onValue={(value) => setScreen(value)}
          />
          <SelectField
            label={texts.language}
            value={language}
            options={spoken.map((one) => [one, languageNames[one]] as const)}
            onValue={(value) => setLanguage(value)}
          />
        </div>
        <CheckField hint="" label={texts.onlyOwn} value={onlyOwn} onValue={setOnlyOwn} />
        <p class="quiet" role="status">
          {ours === null
            ? texts.loading
            : shown.length === 0
              ? texts.noTexts
              : fill(texts.shownTexts, { count: shown.length })}
        </p>
      </section>
      {groups.map(({ name, rows }) => (
        <Group key={name} name={name} rows={rows} language={language} own={own} />
      ))}
    </>
  );
};
