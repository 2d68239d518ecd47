import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../context.ts';

/** A language tag, as far as one is typed. */
const isTag = (text: string): boolean => /^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(text);

/** What is said in each language, and a way to another one: the last one stays. */
export const ByLanguage = <Text,>(given: {
  texts: Readonly<Record<string, Text>>;
  fresh: Text;
  words: { language: string; add: string; remove: string };
  draw(text: Text, language: string, put: (change: Partial<Text>) => void): ComponentChildren;
  onTexts(texts: Record<string, Text>): void;
}) => {
  const { tag } = useLanguage();
  const typed = useSignal('');
  const names = new Intl.DisplayNames([tag], { type: 'language' });
  const { texts, words } = given;
  const languages = Object.keys(texts);
  return (
    <>
      {languages.map((language) => (
        <fieldset key={language}>
          <legend>{names.of(language) ?? language}</legend>
          {given.draw(texts[language]!, language, (change) =>
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
              {words.remove}
            </button>
          )}
        </fieldset>
      ))}
      <div class="rule-row">
        <input
          type="text"
          aria-label={words.language}
          placeholder="de"
          dir="ltr"
          maxLength={12}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value.trim();
          }}
        />
        <button
          type="button"
          disabled={!isTag(typed.value)}
          onClick={() => {
            // What is there already stays as it is.
            given.onTexts({ [typed.value]: given.fresh, ...texts });
            typed.value = '';
          }}
        >
          {words.add}
        </button>
      </div>
    </>
  );
};
