import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { Field } from '../core/staff/fields.tsx';
import { fill } from '../core/text/fill.ts';
import { useTexts } from './context.ts';

/** Codes that name no country: unions, pseudo regions, "unknown". */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every country that the browser has a name for, by name. Codes of countries that are no more lead to today's. */
const countriesIn = (tag: string): { code: string; name: string }[] => {
  const names = new Intl.DisplayNames([tag, 'en'], { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountries.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .sort((one, other) => one.name.localeCompare(other.name, tag));
};

/** Countries, chosen by their names. */
export const CountriesField = (given: {
  label: string;
  hint: string;
  value: readonly string[];
  refused: string | undefined;
  onValue(codes: string[]): void;
}) => {
  const { value, onValue } = given;
  const { texts, tag } = useTexts();
  const list = useId();
  const countries = useMemo(() => countriesIn(tag), [tag]);
  const typed = useSignal('');
  const isLeft = useSignal(false);
  const fold = (text: string): string => text.trim().toLocaleLowerCase(tag);
  const nameOf = (code: string): string => countries.find((one) => one.code === code)?.name ?? code;
  const take = (text: string): void => {
    isLeft.value = true;
    const found = countries.find(({ name }) => fold(name) === fold(text));
    if (!found) return;
    typed.value = '';
    if (!value.includes(found.code)) onValue([...value, found.code]);
  };
  return (
    <Field
      label={given.label}
      hint={given.hint}
      refused={given.refused ?? (typed.value && isLeft.value ? 'invalid' : undefined)}
    >
      {(control) => (
        <>
          {value.length > 0 && (
            <div class="intervals" role="list">
              {value.map((code) => (
                <span class="interval" role="listitem" key={code}>
                  {nameOf(code)}{' '}
                  <button
                    type="button"
                    class="small"
                    aria-label={fill(texts.removeCountry, { country: nameOf(code) })}
                    onClick={() => onValue(value.filter((one) => one !== code))}
                  >
                    ×
                  </button>
                </span>
              ))}
            </div>
          )}
          <input
            {...control}
            type="text"
            dir="auto"
            list={list}
            autocomplete="off"
            value={typed.value}
            onInput={(event) => {
              const { value: text } = event.currentTarget;
              typed.value = text;
              isLeft.value = false;
              // Chosen from the list. What is typed is looked at once it is done: Niger begins Nigeria.
              if (event.inputType === 'insertReplacementText') take(text);
            }}
            onChange={({ currentTarget }) => take(currentTarget.value)}
          />
          <datalist id={list}>
            {countries
              .filter(({ code }) => !value.includes(code))
              .map(({ code, name }) => (
                <option key={code} value={name} />
              ))}
          </datalist>
        </>
      )}
    </Field>
  );
};
