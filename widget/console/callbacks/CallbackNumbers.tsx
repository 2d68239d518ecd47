import { numberTypes } from '../../../shared/callbacks/numberTypes.ts';
import { CheckField } from '../../core/staff/fields.tsx';
import { CountriesField } from '../CountriesField.tsx';
import { ListField } from '../ListField.tsx';
import { useCallbackTexts } from './texts.ts';
import { useCallbackSettings } from './useCallbackSettings.ts';

/** The numbers that can be called: their types and countries, and what is blocked. */
export const CallbackNumbers = () => {
  const own = useCallbackTexts();
  const { callback, set, refused } = useCallbackSettings();
  return (
    <section class="card" aria-labelledby="call-numbers">
      <h2 id="call-numbers">{own.callNumbers}</h2>
      <fieldset>
        <legend>{own.callTypes}</legend>
        {numberTypes.map((type) => (
          <CheckField
            hint=""
            key={type}
            label={own[`numbers_${type}`]}
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
        label={own.callCountries}
        hint={own.callCountriesHint}
        value={callback.countries}
        refused={refused('countries')}
        onValue={(codes) => set('countries', codes)}
      />
      <ListField
        label={own.callBlocked}
        hint={own.callBlockedHint}
        value={callback.blockedPrefixes}
        refused={refused('blockedPrefixes')}
        onValue={(items) => set('blockedPrefixes', items)}
      />
    </section>
  );
};
