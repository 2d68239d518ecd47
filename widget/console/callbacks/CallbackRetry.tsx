import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { RetryPauses } from './RetryPauses.tsx';
import { useCallbackTexts } from './texts.ts';
import { useCallbackSettings } from './useCallbackSettings.ts';

const outcomes = ['no_answer', 'busy', 'voicemail'] as const;

/** Settings of tries after a call that reached nobody, and of the visitor's consent. */
export const CallbackRetry = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const own = useCallbackTexts();
  const { callback, set, refused } = useCallbackSettings();
  const { languages } = model.drafted().settings;
  const spoken = [...new Set(languages.map((tag) => ourLanguage(tag) ?? 'en'))];
  return (
    <section class="card" aria-labelledby="call-retry">
      <h2 id="call-retry">{own.callRetry}</h2>
      <p class="quiet">{own.callRetryHint}</p>
      {outcomes.map((outcome) => (
        <RetryPauses
          key={outcome}
          outcome={own[`retry_${outcome}`]}
          value={callback.retry[outcome]}
          refused={refused(`retry.${outcome}`)}
          onValue={(pauses) => set('retry', { ...callback.retry, [outcome]: pauses })}
        />
      ))}
      {spoken.map((language) => (
        <TextField
          key={language}
          label={fill(texts.consent, { language: languageNames[language] })}
          hint={language === spoken[0] ? own.callConsentHint : undefined}
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
