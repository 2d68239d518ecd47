import type { PromiseRules } from '../../../shared/core/people/settings.ts';
import { useConsole, useTexts } from '../context.ts';
import { NumberField } from '../../core/staff/fields.tsx';

/** Fields that an owner reads as a percentage, stored as a share. */
const shares = ['percentile', 'remindLeft', 'escalateLeft', 'tellLeft'] as const;
const bounds: Record<(typeof shares)[number], [number, number]> = {
  percentile: [50, 99],
  remindLeft: [3, 90],
  escalateLeft: [2, 80],
  tellLeft: [1, 70],
};

/** The promise to visitors, and what happens before it slips. */
export const PromiseFields = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const { promise, targetMinutes } = model.drafted().settings;
  const set = (key: keyof PromiseRules, value: number): void =>
    model.set(['settings', 'promise', key], value);
  const share = (key: (typeof shares)[number]) => (
    <NumberField
      key={key}
      label={texts[`promise_${key}`]}
      hint={texts[`promise_${key}_hint`]}
      value={Math.round(promise[key] * 100)}
      min={bounds[key][0]}
      max={bounds[key][1]}
      refused={
        model.refused(`settings.promise.${key}`) ??
        // That each step comes after the one before is said of all three.
        (key === 'percentile' ? undefined : model.refused('settings.promise'))
      }
      onValue={(value) => set(key, Math.round(value) / 100)}
    />
  );
  return (
    <section class="card" aria-labelledby="promise">
      <h2 id="promise">{texts.promise}</h2>
      <p class="quiet">{texts.promiseLead}</p>
      <NumberField
        label={texts.target}
        hint={texts.targetHint}
        value={targetMinutes}
        min={1}
        max={10_080}
        refused={model.refused('settings.targetMinutes')}
        onValue={(value) => model.set(['settings', 'targetMinutes'], value)}
      />
      <NumberField
        label={texts.promise_leastSamples}
        hint={texts.promise_leastSamples_hint}
        value={promise.leastSamples}
        min={1}
        max={500}
        refused={model.refused('settings.promise.leastSamples')}
        onValue={(value) => set('leastSamples', value)}
      />
      {shares.map(share)}
    </section>
  );
};
