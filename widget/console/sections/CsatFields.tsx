import { ratingScales } from '../../../shared/core/conversations/ratingScale.ts';
import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { CheckField, NumberField, SelectField, TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';

/** The request for a rating after a conversation: its scale, its words, and whether it goes out by email. */
export const CsatFields = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { csat, languages } = model.drafted().settings;
  const spoken = [...new Set(languages.map((tag) => ourLanguage(tag) ?? 'en'))];
  const set = (key: keyof typeof csat, value: unknown): void => model.set(['settings', 'csat', key], value);
  return (
    <section class="card" aria-labelledby="csat">
      <h2 id="csat">{texts.csatTitle}</h2>
      <p class="quiet">{texts.csatLead}</p>
      <SelectField
        label={texts.csatScale}
        value={csat.scale}
        options={ratingScales.map((scale) => [scale, texts[`csat_${scale}`]] as const)}
        refused={model.refused('settings.csat.scale')}
        onValue={(value) => set('scale', value)}
      />
      {(['question', 'thanks'] as const).flatMap((key) =>
        spoken.map((language) => (
          <TextField
            key={`${key} ${language}`}
            label={fill(key === 'question' ? texts.csatQuestion : texts.csatThanks, {
              language: languageNames[language],
            })}
            hint={language === spoken[0] ? texts.csatDefault : undefined}
            value={csat[key][language] ?? ''}
            maxLength={200}
            dir="auto"
            lang={language}
            refused={model.refused(`settings.csat.${key}.${language}`)}
            onValue={(text) => model.set(['settings', 'csat', key, language], text || undefined)}
          />
        )),
      )}
      <CheckField
        label={texts.csatMail}
        hint={texts.csatMailHint}
        value={csat.mail}
        onValue={(on) => set('mail', on)}
      />
      {csat.mail && (
        <div class="pair">
          <NumberField
            label={texts.csatDelay}
            value={csat.delayHours}
            min={0}
            max={168}
            refused={model.refused('settings.csat.delayHours')}
            onValue={(value) => set('delayHours', value)}
          />
          <NumberField
            label={texts.csatEvery}
            value={csat.everyDays}
            min={0}
            max={365}
            refused={model.refused('settings.csat.everyDays')}
            onValue={(value) => set('everyDays', value)}
          />
        </div>
      )}
    </section>
  );
};
