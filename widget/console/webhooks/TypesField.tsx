import { allTypes } from '../../../shared/webhooks/limits.ts';
import type { Webhooks } from '../../../shared/webhooks/schema.ts';
import { CheckField } from '../../core/staff/fields.tsx';
import { typeText, type WebhookTexts } from './texts.ts';

/** Which events are told: all, or some. */
export const TypesField = ({
  texts,
  types,
  value,
  onValue,
}: {
  texts: WebhookTexts;
  types: Webhooks['types'];
  value: readonly string[];
  onValue(value: string[]): void;
}) => {
  const isEvery = value.includes(allTypes);
  return (
    <fieldset class="webhook-types">
      <legend>{texts.events}</legend>
      {[true, false].map((every) => (
        <label class="check" key={String(every)}>
          <input
            type="radio"
            name="types"
            checked={isEvery === every}
            onChange={() => onValue(every ? [allTypes] : [])}
          />
          <span>{every ? texts.every : texts.chosen}</span>
        </label>
      ))}
      {!isEvery && (
        <div class="webhook-chosen">
          {types.map(({ name }) => (
            <CheckField
              key={name}
              label={typeText(texts, name)}
              value={value.includes(name)}
              onValue={(on) => onValue(on ? [...value, name] : value.filter((one) => one !== name))}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
};
