import { useConsole, useWords } from '../context.ts';
import { ListField } from '../ListField.tsx';
import { CheckField } from '../../core/staff/fields.tsx';

/** What a visitor's browser tells of where they are. */
export const ShareFields = () => {
  const model = useConsole();
  const { say } = useWords();
  const { share } = model.draft.value!.settings;
  return (
    <section class="card">
      <fieldset>
        <legend>{say.share}</legend>
        <p class="quiet">{say.shareHint}</p>
        <CheckField
          hint=""
          label={say.sharePage}
          value={share.page}
          onValue={(on) => model.set(['settings', 'share', 'page'], on)}
        />
        <CheckField
          hint=""
          label={say.shareReferrer}
          value={share.referrer}
          onValue={(on) => model.set(['settings', 'share', 'referrer'], on)}
        />
        {(share.page || share.referrer) && (
          <ListField
            label={say.shareParameters}
            hint={say.shareParametersHint}
            value={share.parameters}
            refused={model.refused('settings.share.parameters')}
            onValue={(names) => model.set(['settings', 'share', 'parameters'], names)}
          />
        )}
      </fieldset>
    </section>
  );
};
