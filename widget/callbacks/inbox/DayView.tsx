import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getCallbackDay } from '../../../shared/callbacks/routes.ts';
import type { CallbackDay } from '../../../shared/callbacks/schema.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { go } from '../../core/staff/router.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import './styles.ts';
import { DayChoice, OpeningHours } from './DayHead.tsx';
import { MissedCallbacks, SlotList } from './DayLists.tsx';
import { dayOf } from './times.ts';
import { texts as callWords } from './texts.ts';

/** A day of the schedule: what was missed, then every slot with its calls. */
export const DayView = () => {
  const staff = useStaff();
  const { texts: inboxTexts, tag } = useLanguage();
  const texts = useFeatureTexts(callWords);
  const wanted = useSignal<string | null>(null);
  const day = useSignal<CallbackDay | null>(null);
  const zone = day.value?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const shown = wanted.value ?? dayOf(staff.now.value, zone);
  // Whatever happens to a call changes the inbox's list; and a minute is long for who waits for one.
  const minute = Math.floor(staff.now.value / 60_000);
  useEffect(() => {
    let left = false;
    void staff.attempt(staff.call(getCallbackDay, { query: { day: shown } })).then((found) => {
      if (!left && found) day.value = found;
    });
    return () => {
      left = true;
    };
  }, [shown, minute, staff.listChanges.value]);
  if (!texts) return null;
  const found = day.value;
  const title = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${shown}T00:00Z`),
  );
  return (
    <section class="call-day" aria-labelledby="call-day-title">
      <header>
        <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
          {inboxTexts.inbox}
        </button>
        <h2 id="call-day-title">{title}</h2>
        <DayChoice
          shown={shown}
          texts={texts}
          onDay={(day) => {
            wanted.value = day;
          }}
        />
        {found && <OpeningHours found={found} texts={texts} zone={zone} />}
      </header>
      {found && found.missed.length > 0 && <MissedCallbacks found={found} texts={texts} zone={zone} />}
      {found && found.calls.length === 0 && <p class="empty">{texts.noCalls}</p>}
      {found && <SlotList found={found} texts={texts} zone={zone} />}
    </section>
  );
};
