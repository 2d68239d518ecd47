import { useConsole, useTexts } from '../context.ts';
import { CheckField, NumberField } from '../../core/staff/fields.tsx';
import { CallbackNumbers } from './CallbackNumbers.tsx';
import { CallbackRetry } from './CallbackRetry.tsx';
import { Categories } from './Categories.tsx';
import { HoursAt } from './Hours.tsx';
import { useCallbackSettings } from './useCallbackSettings.ts';

/** Numbers that are set: least and most. */
const numbers = [
  ['slotMinutes', 5, 240],
  ['perSlot', 1, 50],
  ['leadMinutes', 0, 10_080],
  ['daysAhead', 1, 60],
  ['soonMinutes', 0, 1_440],
] as const;

/** When and how visitors are called back. */
export const Callbacks = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { callback, set, refused } = useCallbackSettings();
  const { features } = model.drafted().settings;
  return (
    <>
      <section class="card">
        <CheckField
          label={texts.callOn}
          hint={texts.callOnHint}
          value={features.callback}
          onValue={(value) => model.set(['settings', 'features', 'callback'], value)}
        />
        {numbers.map(([key, min, max]) => (
          <NumberField
            key={key}
            label={texts[`call_${key}`]}
            hint={key === 'soonMinutes' ? texts.callSoonHint : undefined}
            value={callback[key]}
            min={min}
            max={max}
            refused={refused(key)}
            onValue={(value) => set(key, value)}
          />
        ))}
      </section>
      <HoursAt path={['settings', 'callback', 'hours']} hours={callback.hours} />
      <Categories
        id="call-topics"
        title={texts.callTopics}
        none={texts.callTopicsNone}
        path={['settings', 'callback', 'topics']}
        list={callback.topics}
        stored={model.loaded().document.settings.callback.topics}
        max={20}
      />
      <CallbackNumbers />
      <CallbackRetry />
    </>
  );
};
