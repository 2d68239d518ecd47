import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Alerts as Kept } from '../../../shared/alerts/schema.ts';
import { languageNames, ourLanguage } from '../../../shared/core/languages.ts';
import { mailDelays } from '../../../shared/core/people/alertRules.ts';
import { CallError } from '../../core/net/client.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { failureText } from '../../core/staff/failureText.ts';
import { fill } from '../../core/text/fill.ts';
import { go } from '../../core/staff/router.ts';
import { isOn, pushHindrance, turnOff, turnOn } from './push.ts';
import { playSound } from './sound.ts';

const Choice = (given: {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  disabled?: boolean;
  choose(checked: boolean): void;
}) => (
  <label class="choice">
    <input
      type="checkbox"
      checked={given.checked}
      disabled={given.disabled}
      onChange={(event) => given.choose(event.currentTarget.checked)}
    />
    <span>
      {given.label}
      {given.hint && <small>{given.hint}</small>}
    </span>
  </label>
);

const Group = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <fieldset>
    <legend>{title}</legend>
    {children}
  </fieldset>
);

/** Pushes to this browser: what stands in the way is said beside the choice. */
const PushChoice = ({ saved }: { saved: Kept }) => {
  const { alerts, call, me } = useInbox();
  const { texts, tag } = useLanguage();
  const state = useSignal<'busy' | 'refused' | CallError | null>(null);
  const hindrance = pushHindrance();
  const choose = async (checked: boolean): Promise<void> => {
    state.value = 'busy';
    try {
      const reply = await (checked
        ? turnOn(call, { me: me.id, pushKey: saved.pushKey, language: tag })
        : turnOff(call, me.id));
      if (reply) alerts.take(reply);
      state.value = null;
    } catch (error) {
      state.value = error instanceof CallError ? error : 'refused';
    }
  };
  const problem = state.value;
  return (
    <>
      <Choice
        label={texts.alertPush}
        hint={hindrance ? texts[`alertPush_${hindrance}`] : texts.alertPushHint}
        checked={isOn(saved, me.id)}
        disabled={hindrance !== null || problem === 'busy'}
        choose={choose}
      />
      {problem && problem !== 'busy' && (
        <p class="wrong" role="alert">
          {problem === 'refused' ? texts.alertPush_refused : failureText(texts, problem)}
        </p>
      )}
    </>
  );
};

/** A person's alerts: by sound, push and mail, and when not. */
export const Alerts = () => {
  const { alerts } = useInbox();
  const { texts } = useLanguage();
  const { sound } = alerts.value.value;
  const saved = alerts.saved.value;
  const problem = alerts.problem.value;
  useEffect(() => void alerts.load(), []);
  return (
    <section class="alerts" aria-labelledby="alerts">
      <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
        {texts.inbox}
      </button>
      <h2 id="alerts">{texts.alerts}</h2>
      <p class="quiet">{texts.alertsLead}</p>
      <Group title={texts.alertHere}>
        <Choice
          label={texts.alertSound}
          checked={sound}
          choose={(checked) => {
            alerts.setSound(checked);
            // Heard at once; and browsers let a page sound that was clicked in.
            if (checked) playSound();
          }}
        />
        {saved && <PushChoice saved={saved} />}
      </Group>
      {problem && (
        <p class="wrong" role="alert">
          {failureText(texts, problem)}{' '}
          {!saved && (
            <button type="button" onClick={() => alerts.load()}>
              {texts.tryAgain}
            </button>
          )}
        </p>
      )}
      {saved && <Everywhere saved={saved} />}
    </section>
  );
};

/** The figures of the week and the month, and the language that they come in. */
const ReportChoice = ({ saved: { choices } }: { saved: Kept }) => {
  const { alerts } = useInbox();
  const { texts } = useLanguage();
  return (
    <>
      <Choice
        label={texts.alertReports}
        checked={choices.mailReports === true}
        choose={(checked) => alerts.set({ mailReports: checked })}
      />
      <Choice
        label={texts.alertChecks}
        checked={choices.mailChecks}
        choose={(checked) => alerts.set({ mailChecks: checked })}
      />
      <Choice
        label={texts.alertTrends}
        checked={choices.mailTrends}
        choose={(checked) => alerts.set({ mailTrends: checked })}
      />
      <Choice
        label={texts.alertSegments}
        checked={choices.mailSegments}
        choose={(checked) => alerts.set({ mailSegments: checked })}
      />
      {(choices.mailReports || choices.mailChecks || choices.mailTrends || choices.mailSegments) && (
        <label class="choice">
          <span>{texts.alertLanguage}</span>
          <select
            value={choices.mailLanguage ?? ''}
            onChange={(event) => alerts.set({ mailLanguage: ourLanguage(event.currentTarget.value) })}
          >
            <option value="">{texts.alertSiteLanguage}</option>
            {Object.entries(languageNames).map(([tag, name]) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
};

const Everywhere = ({ saved }: { saved: Kept }) => {
  const { alerts } = useInbox();
  const { texts } = useLanguage();
  const { what, quiet, words, mailAfter, mailMentions } = saved.choices;
  return (
    <>
      <Group title={texts.alertEverywhere}>
        <label class="choice">
          <span>{texts.alertWhat}</span>
          <select
            value={what}
            onChange={(event) => alerts.set({ what: event.currentTarget.value === 'mine' ? 'mine' : 'all' })}
          >
            <option value="all">{texts.alertAll}</option>
            <option value="mine">{texts.alertMine}</option>
          </select>
        </label>
        <Choice
          label={texts.alertWords}
          checked={words}
          choose={(checked) => alerts.set({ words: checked })}
        />
        <Choice
          label={texts.alertQuiet}
          checked={quiet !== null}
          choose={(checked) => alerts.set({ quiet: checked ? { from: '20:00', to: '08:00' } : null })}
        />
        {quiet && (
          <p class="choice">
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                {end === 'from' ? texts.alertFrom : texts.alertTo}{' '}
                <input
                  type="time"
                  required
                  value={quiet[end]}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    if (value) void alerts.set({ quiet: { ...quiet, [end]: value } });
                  }}
                />
              </label>
            ))}
          </p>
        )}
      </Group>
      <Group title={texts.alertMail}>
        {!saved.hasMail && <p class="quiet">{texts.alertNoMail}</p>}
        <label class="choice">
          <span>{texts.alertMailAfter}</span>
          <select
            value={String(mailAfter)}
            onChange={(event) => {
              const chosen = mailDelays.find((delay) => String(delay) === event.currentTarget.value);
              void alerts.set({ mailAfter: chosen ?? null });
            }}
          >
            {mailDelays.map((delay) => (
              <option key={delay} value={String(delay)}>
                {fill(texts.alertMinutes, { count: delay })}
              </option>
            ))}
            <option value="null">{texts.alertNever}</option>
          </select>
        </label>
        <Choice
          label={texts.alertMentions}
          checked={mailMentions}
          choose={(checked) => alerts.set({ mailMentions: checked })}
        />
        <ReportChoice saved={saved} />
      </Group>
    </>
  );
};
