import { useEffect, useId, useState } from 'preact/hooks';
import { keepsPlaceholders, placeholders } from '../../../shared/console/placeholders.ts';
import * as routes from '../../../shared/console/routes.ts';
import { type Language, languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { CheckField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { refusalText } from '../refusalText.ts';
import { loadWidgetTexts } from '../i18n.ts';

const placesOf = (key: string): readonly string[] => {
  const name = key.replace(/\.(?:zero|one|two|few|many|other)$/, '');
  return (Object.hasOwn(placeholders, name) && placeholders[name]) || [];
};

const Row = ({ language, name, ours }: { language: Language; name: string; ours: string }) => {
  const model = useConsole();
  const { texts } = useTexts();
  const id = useId();
  const path = ['settings', 'texts', language] as const;
  const ownTexts = model.drafted().settings.texts[language] ?? {};
  const own = ownTexts[name];
  const isRefused =
    (own !== undefined && !keepsPlaceholders(name, own)) ||
    model.refused(`settings.texts.${language}.${name}`) !== undefined;
  const places = placesOf(name);
  const change = (text: string): void => {
    const { [name]: _, ...others } = ownTexts;
    const next = text === '' ? others : { ...others, [name]: text };
    model.set(path, Object.keys(next).length ? next : undefined);
  };
  return (
    <li class={isRefused ? 'text-row bad' : 'text-row'}>
      <label for={id} lang={language} dir="auto">
        {ours}
      </label>
      <input
        id={id}
        type="text"
        lang={language}
        dir="auto"
        maxLength={300}
        value={own ?? ''}
        placeholder={ours}
        aria-invalid={isRefused}
        aria-describedby={`${id}-places`}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p class={isRefused ? 'bad-words' : 'quiet'} id={`${id}-places`}>
        {places.length > 0
          ? fill(texts.keepPlaces, { places: places.map((place) => `{${place}}`).join(' ') })
          : isRefused && refusalText(texts, 'invalid')}
      </p>
    </li>
  );
};

/** Every text of widget and pages: ours, and the owner's in its place. */
export const Texts = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { languages, texts: ownTexts } = model.drafted().settings;
  const spoken = [...new Set(languages.map((tag) => ourLanguage(tag) ?? 'en'))];
  const [chosen, setLanguage] = useState<Language | undefined>();
  const language = chosen && spoken.includes(chosen) ? chosen : (spoken[0] ?? 'en');
  const [ours, setOurs] = useState<[string, string][] | null>(null);
  const [search, setSearch] = useState('');
  const [onlyOwn, setOnlyOwn] = useState(false);
  useEffect(() => {
    let gone = false;
    setOurs(null);
    void Promise.all([
      model.attempt(loadWidgetTexts(language)),
      model.attempt(model.call(routes.getPageTexts, { query: { language } })),
    ]).then(([widget, pages]) => {
      if (!gone) setOurs(Object.entries({ ...widget, ...pages?.texts }));
    });
    return () => {
      gone = true;
    };
  }, [language]);

  const own = ownTexts[language] ?? {};
  const wanted = search.trim().toLocaleLowerCase();
  const shown = (ours ?? []).filter(
    ([key, text]) =>
      (!onlyOwn || Object.hasOwn(own, key)) &&
      `${text}\n${own[key] ?? ''}\n${key}`.toLocaleLowerCase().includes(wanted),
  );
  const groups: [string, [string, string][]][] = [
    [texts.textsOfWidget, shown.filter(([key]) => !key.startsWith('page.'))],
    [texts.textsOfPages, shown.filter(([key]) => key.startsWith('page.'))],
  ];
  return (
    <>
      <section class="card">
        <p class="quiet">{texts.textsLead}</p>
        <div class="pair">
          <SelectField
            label={texts.language}
            value={language}
            options={spoken.map((one) => [one, languageNames[one]] as const)}
            onValue={(value) => setLanguage(value)}
          />
          <TextField label={texts.search} value={search} onValue={setSearch} dir="auto" />
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
      {groups.map(
        ([title, rows]) =>
          rows.length > 0 && (
            <section class="card" key={title}>
              <h2>{title}</h2>
              <ul class="plain-list">
                {rows.map(([key, text]) => (
                  <Row key={`${language} ${key}`} language={language} name={key} ours={text} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
};
