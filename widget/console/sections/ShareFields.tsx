import { analyticsTools } from '../../../shared/core/people/analyticsTools.ts';
import { useConsole, useTexts } from '../context.ts';
import { ListField } from '../ListField.tsx';
import { CheckField, SelectField } from '../../core/staff/fields.tsx';

/** Settings of what a visitor's browser tells of the page. */
export const ShareFields = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { share, analytics } = model.drafted().settings;
  return (
    <section class="card">
      <fieldset>
        <legend>{texts.share}</legend>
        <p class="quiet">{texts.shareHint}</p>
        <CheckField
          hint=""
          label={texts.sharePage}
          value={share.page}
          onValue={(on) => model.set(['settings', 'share', 'page'], on)}
        />
        <CheckField
          hint=""
          label={texts.shareReferrer}
          value={share.referrer}
          onValue={(on) => model.set(['settings', 'share', 'referrer'], on)}
        />
        {(share.page || share.referrer) && (
          <ListField
            label={texts.shareParameters}
            hint={texts.shareParametersHint}
            value={share.parameters}
            refused={model.refused('settings.share.parameters')}
            onValue={(names) => model.set(['settings', 'share', 'parameters'], names)}
          />
        )}
      </fieldset>
      <SelectField
        label={texts.analytics}
        hint={texts.analyticsHint}
        value={analytics}
        options={analyticsTools.map((tool) => [tool, texts[`analytics_${tool}`]] as const)}
        onValue={(tool) => model.set(['settings', 'analytics'], tool)}
      />
    </section>
  );
};
