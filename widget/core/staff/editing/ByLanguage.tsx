import type { ComponentChildren } from 'preact';
import { languageNames } from '../../../../shared/core/languages.ts';
import { useLanguage } from '../context.ts';
import { languageName } from '../i18n.ts';

/** The texts of each language, and a way to another language: the last one stays. */
export const ByLanguage = <Text,>(given: {
  texts: Readonly<Record<string, Text>>;
  fresh: Text;
  labels: { add: string; remove: string };
  draw(text: Text, language: string, put: (change: Partial<Text>) => void): ComponentChildren;
  onTexts(texts: Record<string, Text>): void;
}) => {
  const { tag } = useLanguage();
  const { texts, labels } = given;
  const languages = Object.keys(texts);
  const left = Object.keys(languageNames).filter((one) => !Object.hasOwn(texts, one));
  const nameOf = (one: string): string => languageName(tag, one);
  return (
    <>
      {languages.map((language) => (
        <fieldset key={language}>
          <legend>{nameOf(language)}</legend>
          {/* biome-ignore lint/style/noNonNullAssertion: `language` is one of the keys */}
          {given.draw(texts[language]!, language, (change) =>
            // biome-ignore lint/style/noNonNullAssertion: `language` is one of the keys
            given.onTexts({ ...texts, [language]: { ...texts[language]!, ...change } }),
          )}
          {languages.length > 1 && (
            <button
              type="button"
              onClick={() => {
                const { [language]: _, ...rest } = texts;
                given.onTexts(rest);
              }}
            >
              {labels.remove}
            </button>
          )}
        </fieldset>
      ))}
      {left.length > 0 && (
        <div class="rule-row">
          <select
            aria-label={labels.add}
            value=""
            onChange={({ currentTarget }) => {
              given.onTexts({ ...texts, [currentTarget.value]: given.fresh });
              currentTarget.value = '';
            }}
          >
            <option value="" disabled>
              {labels.add}
            </option>
            {left.map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
};
