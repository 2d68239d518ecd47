import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { RetryPauses } from './RetryPauses.tsx';
import { useCallbackSettings } from './useCallbackSettings.ts';

const outcomes = ['no_answer', 'busy', 'voicemail'] as const;

/** Settings of tries after a call that reached nobody, and of the visitor's consent. */
export const CallbackRetry = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { callback, set, refused } = useCallbackSettings();
  const { languages } = model.drafted().settings;
  const spoken = [...new Set(languages.map((tag) => ourLanguage(tag) ?? 'en'))];
  return (
    <section class="card" aria-labelledby="call-retry">
      <h2 id="call-retry">{texts.callRetry}</h2>
      <p class="quiet">{texts.callRetryHint}</p>
      {outcomes.map((outcome) => (
        <RetryPauses
          key={outcome}
          outcome={texts[`retry_${outcome}`]}
          value={callback.retry[outcome]}
          refused={refused(`retry.${outcome}`)}
          onValue={(pauses) => set('retry', { ...callback.retry, [outcome]: pauses })}
        />
      ))}
      {spoken.map((language) => (
        <TextField
          key={language}
          label={fill(texts.consent, { language: languageNames[language] })}
          hint={language === spoken[0] ? texts.callConsentHint : undefined}
          value={callback.consent[language] ?? ''}
          maxLength={300}
          dir="auto"
          lang={language}
          refused={refused(`consent.${language}`)}
          onValue={(text) => model.set(['settings', 'callback', 'consent', language], text || undefined)}
        />
      ))}
    </section>
  );
};
