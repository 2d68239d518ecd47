import { useId } from 'preact/hooks';
import { keepsPlaceholders, placeholders } from '../../../shared/console/placeholders.ts';
import type { Language } from '../../../shared/core/languages.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { refusalText } from '../refusalText.ts';

const placesOf = (key: string): readonly string[] => {
  const name = key.replace(/\.(?:zero|one|two|few|many|other)$/, '');
  return (Object.hasOwn(placeholders, name) && placeholders[name]) || [];
};

/** One text: ours, and beside it the owner's, which can be given back. */
export const TextRow = ({
  language,
  name,
  ours,
  onFocus,
}: {
  language: Language;
  name: string;
  ours: string;
  onFocus(): void;
}) => {
  const model = useConsole();
  const { texts } = useTexts();
  const id = useId();
  const ownTexts = model.drafted().settings.texts[language] ?? {};
  const own = ownTexts[name];
  const isRefused =
    (own !== undefined && !keepsPlaceholders(name, own)) ||
    model.refused(`settings.texts.${language}.${name}`) !== undefined;
  const places = placesOf(name);
  const change = (text: string): void => {
    const { [name]: _, ...others } = ownTexts;
    const next = text === '' ? others : { ...others, [name]: text };
    model.set(['settings', 'texts', language], Object.keys(next).length ? next : undefined);
  };
  return (
    <li class={isRefused ? 'text-row bad' : 'text-row'}>
      <label for={id} lang={language} dir="auto">
        {ours}
      </label>
      <div>
        <input
          id={id}
          type="text"
          lang={language}
          dir="auto"
          maxLength={300}
          value={own ?? ''}
          aria-invalid={isRefused}
          aria-describedby={`${id}-places ${id}-changed`}
          onFocus={onFocus}
          onInput={(event) => change(event.currentTarget.value)}
        />
        <p class={isRefused ? 'bad-words' : 'quiet'} id={`${id}-places`}>
          {places.length > 0
            ? fill(texts.keepPlaces, { places: places.map((place) => `{${place}}`).join(' ') })
            : isRefused && refusalText(texts, 'invalid')}
        </p>
        {own !== undefined && (
          <p class="text-changed">
            <span id={`${id}-changed`}>{texts.textChanged}</span>
            <button
              type="button"
              class="small"
              aria-describedby={id}
              onClick={() => {
                change('');
                // The button is gone with the change; who pressed it goes on in the field.
                document.getElementById(id)?.focus();
              }}
            >
              {texts.resetText}
            </button>
          </p>
        )}
      </div>
    </li>
  );
};
