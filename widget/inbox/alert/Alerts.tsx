import { useInbox, useLanguage } from '../context.ts';
import { go } from '../place.ts';
import { playSound } from './sound.ts';

/** What a person is told of by sound, on this device, and when not. */
export const Alerts = () => {
  const { alerts } = useInbox();
  const { texts } = useLanguage();
  const { sound, what, quiet } = alerts.value.value;
  return (
    <section class="alerts" aria-labelledby="alerts">
      <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
        {texts.inbox}
      </button>
      <h2 id="alerts">{texts.alerts}</h2>
      <p class="quiet">{texts.alertsLead}</p>
      <label class="choice">
        <input
          type="checkbox"
          checked={sound}
          onChange={(event) => {
            alerts.set({ sound: event.currentTarget.checked });
            // Heard at once; and browsers let a page sound that was clicked in.
            if (event.currentTarget.checked) playSound();
          }}
        />
        <span>{texts.alertSound}</span>
      </label>
      <label class="choice">
        <span>{texts.alertWhat}</span>
        <select
          value={what}
          disabled={!sound}
          onChange={(event) => alerts.set({ what: event.currentTarget.value === 'mine' ? 'mine' : 'all' })}
        >
          <option value="all">{texts.alertAll}</option>
          <option value="mine">{texts.alertMine}</option>
        </select>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={quiet !== null}
          disabled={!sound}
          onChange={(event) =>
            alerts.set({ quiet: event.currentTarget.checked ? { from: '20:00', to: '08:00' } : null })
          }
        />
        <span>{texts.alertQuiet}</span>
      </label>
      {quiet && (
        <p class="choice">
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              {end === 'from' ? texts.alertFrom : texts.alertTo}{' '}
              <input
                type="time"
                required
                value={quiet[end]}
                disabled={!sound}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  if (value) alerts.set({ quiet: { ...quiet, [end]: value } });
                }}
              />
            </label>
          ))}
        </p>
      )}
    </section>
  );
};
