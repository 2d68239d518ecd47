import { fewestDays, mostDays, retentionKinds } from '../../../shared/core/people/retentionKinds.ts';
import { CheckField, NumberField } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import type { PrivacyTexts } from './texts.ts';

const hints: Partial<Record<(typeof retentionKinds)[number], keyof PrivacyTexts>> = {
  visitors: 'hint_visitors',
  addresses: 'hint_addresses',
};

/** The time each kind is kept. */
export const Limits = ({ own }: { own: PrivacyTexts }) => {
  const model = useConsole();
  const { retention } = model.drafted().settings;
  return (
    <section class="card" aria-labelledby="limits">
      <h2 id="limits">{own.limits}</h2>
      <p class="quiet">{own.limitsLead}</p>
      <div class="pair">
        {retentionKinds.map((kind) => {
          const hint = hints[kind];
          return (
            <NumberField
              isOptional
              key={kind}
              label={own[`kind_${kind}`]}
              hint={hint && own[hint]}
              value={retention[kind] ?? undefined}
              min={fewestDays[kind]}
              max={mostDays}
              refused={model.refused(`settings.retention.${kind}`)}
              onValue={(days) => model.set(['settings', 'retention', kind], days ?? null)}
            />
          );
        })}
      </div>
    </section>
  );
};

/** Whether everybody may read what is stored. */
export const PublicPage = ({ own }: { own: PrivacyTexts }) => {
  const model = useConsole();
  return (
    <section class="card" aria-labelledby="public-page">
      <h2 id="public-page" class="unseen">
        {own.publicPage}
      </h2>
      <CheckField
        label={own.publicPage}
        hint={own.publicPageHint}
        value={model.drafted().settings.privacyPage}
        onValue={(isOn) => model.set(['settings', 'privacyPage'], isOn)}
      />
      {model.loaded().document.settings.privacyPage && (
        <p>
          <a href={`/sites/${model.membership.key}/privacy`} target="_blank" rel="noreferrer">
            {own.openPage}
          </a>
        </p>
      )}
    </section>
  );
};
