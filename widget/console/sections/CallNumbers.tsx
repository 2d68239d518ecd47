import { numberTypes } from '../../../shared/callbacks/numberTypes.ts';
import { useWords } from '../context.ts';
import { CheckField } from '../../core/staff/fields.tsx';
import { CountriesField } from '../CountriesField.tsx';
import { ListField } from '../ListField.tsx';
import { useCallSettings } from './useCallSettings.ts';

/** The numbers that can be called: their types and countries, and what is blocked. */
export const CallNumbers = () => {
  const { say } = useWords();
  const { callback, set, refused } = useCallSettings();
  return (
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
      <CountriesField
        label={say.callCountries}
        hint={say.callCountriesHint}
        value={callback.countries}
        refused={refused('countries')}
        onValue={(codes) => set('countries', codes)}
      />
      <ListField
        label={say.callBlocked}
        hint={say.callBlockedHint}
        value={callback.blockedPrefixes}
        refused={refused('blockedPrefixes')}
        onValue={(items) => set('blockedPrefixes', items)}
      />
    </section>
  );
};
