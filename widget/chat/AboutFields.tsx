import type { ComponentChildren } from 'preact';
import { fieldText } from '../core/text/failureText.ts';
import type { Texts } from '../core/text/i18n.ts';
import { type About, type AboutField, ownText } from './about.ts';
import type { Say } from './words.ts';

/** Longest answers, UTF-16 code units; the server refuses more. */
const longest = { name: 80, email: 254, answer: 500 };

/**
 * What is asked before a chat begins.
 * @param isAlone nobody is there: an address is asked for, whatever the owner wants
 */
export const AboutFields = (given: { texts: Texts; say: Say; about: About; isAlone: boolean }) => {
  const { texts, say, about, isAlone } = given;
  const { name, email, answers } = about.said.value;
  const rules = about.rules.value;
  const errors = about.errors.value;
  const consent = ownText(rules?.consent ?? {}, texts.language);
  const wrong = (field: AboutField, id: string) =>
    errors[field] && (
      <span id={id} class="wrong" role="alert">
        {field === 'consent' ? say('pleaseAgree') : fieldText(texts, errors[field])}
      </span>
    );
  const field = (
    key: AboutField,
    label: string,
    required: boolean,
    control: object,
    value: string,
    hint?: ComponentChildren,
  ) => {
    const id = `foyer-${key}`;
    return (
      <label class="reach" key={key}>
        <span>
          <bdi>{label}</bdi> {!required && <span class="soft">({texts.say('optional')})</span>}
        </span>
        <input
          {...control}
          value={value}
          required={required}
          aria-invalid={Boolean(errors[key])}
          aria-describedby={id}
          onInput={(event) => about.set(key, event.currentTarget.value)}
        />
        {wrong(key, id) ??
          (hint && (
            <span id={id} class="soft">
              {hint}
            </span>
          ))}
      </label>
    );
  };
  return (
    <div class="stack">
      {rules &&
        rules.name !== 'no' &&
        field(
          'name',
          texts.say('name'),
          rules.name === 'required',
          { autocomplete: 'name', dir: 'auto', maxLength: longest.name },
          name,
        )}
      {(isAlone || (rules && rules.email !== 'no')) &&
        field(
          'email',
          texts.say('email'),
          rules?.email === 'required',
          { type: 'email', autocomplete: 'email', dir: 'ltr', maxLength: longest.email },
          email,
          say('reachYou'),
        )}
      {rules?.questions.map(({ key, labels, required }) =>
        field(
          `answers.${key}`,
          ownText(labels, texts.language),
          required,
          { dir: 'auto', maxLength: longest.answer },
          answers[key] ?? '',
        ),
      )}
      {consent && (
        <div class="reach">
          <label class="agree">
            <input
              type="checkbox"
              checked={about.consent.value}
              required
              aria-invalid={Boolean(errors.consent)}
              aria-describedby="foyer-consent"
              onChange={(event) => about.set('consent', event.currentTarget.checked)}
            />
            <span dir="auto">{consent}</span>
          </label>
          {rules!.consentLink && (
            <a href={rules!.consentLink} target="_blank" rel="noopener noreferrer">
              {say('consentMore')}
            </a>
          )}
          {wrong('consent', 'foyer-consent')}
        </div>
      )}
    </div>
  );
};
