import { useEffect, useState } from 'preact/hooks';
import type { Erasure } from '../../../shared/core/people/personalData.ts';
import { listErasures } from '../../../shared/core/people/personalDataRoutes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { stamp } from '../../core/staff/i18n.ts';
import type { StaffTexts } from './texts.ts';

/** The interval of checks whether one under way has ended, milliseconds. */
const lookEvery = 1_500;

/** The latest erasures: under way or done, and nothing of whom. */
export const Erasures = ({ round, texts }: { round: number; texts: StaffTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const [erasures, setErasures] = useState<Erasure[]>([]);
  const [look, setLook] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    void staff.attempt(staff.call(listErasures, {})).then((found) => {
      if (!found || isOver) return;
      setErasures(found.erasures);
      if (found.erasures.some(({ state }) => state === 'running'))
        timer = setTimeout(() => setLook((before) => before + 1), lookEvery);
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [round, look]);
  if (erasures.length === 0) return null;
  return (
    <section aria-labelledby="erasures-title" class="stack">
      <h3 id="erasures-title">{texts.erasures}</h3>
      <ul class="cards" aria-live="polite">
        {erasures.map(({ id, state, by, requestedAt, doneAt }) => (
          <li key={id}>
            <div class="spread">
              <time dateTime={new Date(requestedAt).toISOString()}>{stamp(tag, doneAt ?? requestedAt)}</time>
              <span class={`chip ${state === 'done' ? 'green' : 'orange'}`}>
                {state === 'done' ? texts.erased : texts.erasing}
              </span>
            </div>
            <p class="quiet">{texts[`by_${by}`]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
