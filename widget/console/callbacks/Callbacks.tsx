import { useConsole } from '../context.ts';
import { CheckField, NumberField } from '../../core/staff/fields.tsx';
import { CallbackNumbers } from './CallbackNumbers.tsx';
import { CallbackRetry } from './CallbackRetry.tsx';
import { Categories } from '../sections/Categories.tsx';
import { HoursAt } from '../sections/Hours.tsx';
import { CallbackTextsContext, loaders, useCallbackTexts } from './texts.ts';
import { useSectionTexts } from '../useSectionTexts.ts';
import { useCallbackSettings } from './useCallbackSettings.ts';

/** Numbers that are set: least and most. */
const numbers = [
  ['slotMinutes', 5, 240],
  ['perSlot', 1, 50],
  ['leadMinutes', 0, 10_080],
  ['daysAhead', 1, 60],
  ['soonMinutes', 0, 1_440],
] as const;

const Sections = () => {
  const model = useConsole();
  const own = useCallbackTexts();
  const { callback, set, refused } = useCallbackSettings();
  const { features } = model.drafted().settings;
  return (
    <>
      <section class="card">
        <CheckField
          label={own.callOn}
          hint={own.callOnHint}
          value={features.callback}
          onValue={(value) => model.set(['settings', 'features', 'callback'], value)}
        />
        {numbers.map(([key, min, max]) => (
          <NumberField
            key={key}
            label={own[`call_${key}`]}
            hint={key === 'soonMinutes' ? own.callSoonHint : undefined}
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
        title={own.callTopics}
        none={own.callTopicsNone}
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

/** When and how visitors are called back. */
export const Callbacks = () => {
  const texts = useSectionTexts(loaders);
  if (!texts) return null;
  return (
    <CallbackTextsContext.Provider value={texts}>
      <Sections />
    </CallbackTextsContext.Provider>
  );
};
