import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import type { Category } from '../../../shared/core/people/settings.ts';
import { type TopicIcon, topicIcons } from '../../../shared/core/people/topicIcons.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';

/** The icon of a topic, by its name. */
const IconField = (given: { icon: TopicIcon | undefined; onIcon(icon: TopicIcon | undefined): void }) => {
  const { texts } = useTexts();
  return (
    <SelectField<TopicIcon | ''>
      label={texts.topicIcon}
      value={given.icon ?? ''}
      options={[
        ['', texts.topicIcon_none],
        ...topicIcons.map((icon) => [icon, texts[`topicIcon_${icon}`]] as const),
      ]}
      onValue={(icon) => given.onIcon(icon || undefined)}
    />
  );
};

/** A list of topics with a name in each language of the site. @param stored as it is saved: its keys stay */
export const Categories = (given: {
  id: string;
  title: string;
  none: string;
  path: readonly [string, ...string[]];
  list: readonly Category[];
  stored: readonly Category[];
  max: number;
  /** Whether its topics stand on the front of the help centre. */
  hasIcons?: boolean;
}) => {
  const { id, list, path } = given;
  const model = useConsole();
  const { texts } = useTexts();
  const { languages } = model.drafted().settings;
  const spoken = [...new Set(languages.map((tag) => ourLanguage(tag) ?? 'en'))];
  const isStored = (key: string): boolean => given.stored.some((one) => one.key === key);
  const set = (next: Category[]): void => model.set([...path], next);
  const change = (index: number, part: Partial<Category>): void =>
    set(list.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const setIcon = (index: number, icon: TopicIcon | undefined): void => {
    const next = list.map((one, at) => {
      const { icon: _, ...rest } = one;
      return at !== index ? one : icon ? { ...rest, icon } : rest;
    });
    set(next);
  };
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{given.title}</h2>
      {list.length === 0 && <p class="quiet">{given.none}</p>}
      {list.map(({ key, names, icon }, index) => {
        const number = index + 1;
        return (
          <fieldset class="entry" key={`${index}`}>
            <legend>{fill(texts.categoryKey, { number })}</legend>
            <div class="pair">
              {spoken.map((language) => (
                <TextField
                  key={language}
                  label={fill(texts.categoryName, { language: languageNames[language] })}
                  value={names[language] ?? ''}
                  maxLength={60}
                  dir="auto"
                  lang={language}
                  refused={model.refused(`${path.join('.')}.${index}`)}
                  onValue={(text) =>
                    change(index, {
                      // What stands with stored conversations never changes with a name.
                      key: isStored(key) ? key : language === spoken[0] ? text : key || text,
                      names: { ...names, [language]: text },
                    })
                  }
                />
              ))}
              {given.hasIcons && <IconField icon={icon} onIcon={(next) => setIcon(index, next)} />}
            </div>
            <button
              type="button"
              aria-label={fill(texts.removeCategory, { number })}
              onClick={() => set(list.filter((_, at) => at !== index))}
            >
              {texts.remove}
            </button>
          </fieldset>
        );
      })}
      <button
        type="button"
        disabled={list.length >= given.max}
        onClick={() => set([...list, { key: '', names: {} }])}
      >
        {texts.addCategory}
      </button>
    </section>
  );
};
