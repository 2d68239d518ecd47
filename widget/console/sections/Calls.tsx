import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import type { RetryPause } from '../../../shared/callbacks/settings.ts';
import { numberTypes } from '../../../shared/callbacks/numberTypes.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useWords } from '../context.ts';
import { CheckField, NumberField, TextField } from '../../core/staff/fields.tsx';
import { ListField } from '../ListField.tsx';
import { Categories } from './Categories.tsx';
import { HoursAt } from './Hours.tsx';

const outcomes = ['no_answer', 'busy', 'voicemail'] as const;
/** How the next day is written among minutes. */
const nextDay = '+1';

const pauseOf = (text: string): RetryPause => (text === nextDay ? 'next_day' : Number(text));

/** When and how visitors are called back. */
export const Calls = () => {
  const model = useConsole();
  const { say } = useWords();
  const { callback, features, languages } = model.draft.value!.settings;
  const spoken = [...new Set(languages.map((tag) => ourLanguage(tag) ?? 'en'))];
  const set = (key: keyof typeof callback, value: unknown): void =>
    model.set(['settings', 'callback', key], value);
  const refused = (path: string) => model.refused(`settings.callback.${path}`);
  const numbers = [
    ['slotMinutes', 5, 240],
    ['perSlot', 1, 50],
    ['leadMinutes', 0, 10_080],
    ['daysAhead', 1, 60],
    ['soonMinutes', 0, 1_440],
  ] as const;
  return (
    <>
      <section class="card">
        <CheckField
          label={say.callOn}
          hint={say.callOnHint}
          value={features.callback}
          onValue={(value) => model.set(['settings', 'features', 'callback'], value)}
        />
        {numbers.map(([key, min, max]) => (
          <NumberField
            key={key}
            label={say[`call_${key}`]}
            hint={key === 'soonMinutes' ? say.callSoonHint : undefined}
            value={callback[key]}
            min={min}
            max={max}
            refused={refused(key)}
            onValue={(value) => set(key, value)}
          />
        ))}
      </section>
      <HoursAt path={['settings', 'callback', 'hours']} hours={callback.hours} />
      <Categories
        id="call-topics"
        title={say.callTopics}
        none={say.callTopicsNone}
        path={['settings', 'callback', 'topics']}
        list={callback.topics}
        stored={model.saved.value!.document.settings.callback.topics}
        most={20}
      />
      <section class="card" aria-labelledby="call-numbers">
        <h2 id="call-numbers">{say.callNumbers}</h2>
        <fieldset>
          <legend>{say.callTypes}</legend>
          {numberTypes.map((type) => (
            <CheckField
              hint=""
              key={type}
              label={say[`numbers_${type}`]}
              value={callback.types.includes(type)}
              onValue={(on) =>
                set(
                  'types',
                  numberTypes.filter((one) => (one === type ? on : callback.types.includes(one))),
                )
              }
            />
          ))}
        </fieldset>
        <ListField
          label={say.callCountries}
          hint={say.callCountriesHint}
          value={callback.countries}
          refused={refused('countries')}
          onValue={(items) =>
            set(
              'countries',
              items.map((item) => item.toUpperCase()),
            )
          }
        />
        <ListField
          label={say.callBlocked}
          hint={say.callBlockedHint}
          value={callback.blockedPrefixes}
          refused={refused('blockedPrefixes')}
          onValue={(items) => set('blockedPrefixes', items)}
        />
      </section>
      <section class="card" aria-labelledby="call-retry">
        <h2 id="call-retry">{say.callRetry}</h2>
        {outcomes.map((outcome) => (
          <ListField
            key={outcome}
            label={say[`retry_${outcome}`]}
            hint={outcome === 'no_answer' ? say.callRetryHint : ''}
            value={callback.retry[outcome].map((pause) => (pause === 'next_day' ? nextDay : `${pause}`))}
            refused={refused(`retry.${outcome}`)}
            onValue={(items) => set('retry', { ...callback.retry, [outcome]: items.map(pauseOf) })}
          />
        ))}
        {spoken.map((language) => (
          <TextField
            key={language}
            label={fill(say.consent, { language: languageNames[language] })}
            hint={language === spoken[0] ? say.callConsentHint : undefined}
            value={callback.consent[language] ?? ''}
            maxLength={300}
            dir="auto"
            lang={language}
            refused={refused(`consent.${language}`)}
            onValue={(text) => model.set(['settings', 'callback', 'consent', language], text || undefined)}
          />
        ))}
      </section>
    </>
  );
};
