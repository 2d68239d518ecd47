import { numberTypes } from '../../../shared/callbacks/numberTypes.ts';
import { useTexts } from '../context.ts';
import { CheckField } from '../../core/staff/fields.tsx';
import { CountriesField } from '../CountriesField.tsx';
import { ListField } from '../ListField.tsx';
import { useCallbackSettings } from './useCallbackSettings.ts';

/** The numbers that can be called: their types and countries, and what is blocked. */
export const CallbackNumbers = () => {
  const { texts } = useTexts();
  const { callback, set, refused } = useCallbackSettings();
  return (
    <section class="card" aria-labelledby="call-numbers">
      <h2 id="call-numbers">{texts.callNumbers}</h2>
      <fieldset>
        <legend>{texts.callTypes}</legend>
        {numberTypes.map((type) => (
          <CheckField
            hint=""
            key={type}
            label={texts[`numbers_${type}`]}
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
      <CountriesField
        label={texts.callCountries}
        hint={texts.callCountriesHint}
        value={callback.countries}
        refused={refused('countries')}
        onValue={(codes) => set('countries', codes)}
      />
      <ListField
        label={texts.callBlocked}
        hint={texts.callBlockedHint}
        value={callback.blockedPrefixes}
        refused={refused('blockedPrefixes')}
        onValue={(items) => set('blockedPrefixes', items)}
      />
    </section>
  );
};
