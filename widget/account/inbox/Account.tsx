import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { FieldCode } from '../../../shared/core/errors.ts';
import * as routes from '../../../shared/account/routes.ts';
import type { Account as Known, Enrolment } from '../../../shared/account/schema.ts';
import { CallError } from '../../core/net/client.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { ago, exact, fill } from '../../core/staff/i18n.ts';
import { go } from '../../core/staff/router.ts';
import { useFeatureWords } from '../../core/staff/words.ts';
import { OwnWork } from './OwnWork.tsx';
import './styles.ts';
import { type AccountWords, accountWords } from './words.ts';

type Refused = Record<string, FieldCode>;

const reasonText = (words: AccountWords, code: FieldCode): string =>
  code === 'too_short' ? words.tooShort : words.refused;

const Field = (given: {
  label: string;
  name: string;
  words: AccountWords;
  refused: Refused;
  type?: 'password' | 'text';
  autocomplete: string;
  hint?: string;
}) => {
  const { label, name, words, refused, type = 'password', autocomplete, hint } = given;
  // Two forms may ask for the same thing at once.
  const id = useId();
  const wrong = refused[name];
  return (
    <div class="account-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        {...(type === 'password' ? { type: 'password' as const } : { type: 'text' as const })}
        dir="ltr"
        required
        autocomplete={autocomplete}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-note`}
      />
      <p id={`${id}-note`} class={wrong ? 'wrong' : 'quiet'} role={wrong ? 'alert' : undefined}>
        {wrong ? reasonText(words, wrong) : hint}
      </p>
    </div>
  );
};

const read = (event: Event): Record<string, string> => {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(event.currentTarget as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
  );
};

/** What one takes on, where one is logged in, one's password, and the second factor. */
export const Account = () => {
  const staff = useStaff();
  const { texts, tag } = useLanguage();
  const words = useFeatureWords(accountWords);
  const known = useSignal<Known | null>(null);
  const refused = useSignal<Refused>({});
  const enrolment = useSignal<Enrolment | null>(null);
  const codes = useSignal<string[] | null>(null);
  const doing = useSignal<'on' | 'off' | null>(null);
  const said = useSignal('');

  useEffect(() => {
    void staff.attempt(staff.call(routes.getAccount, {})).then((found) => {
      if (found) known.value = found;
    });
  }, [staff]);

  /** Runs a call; what is wrong with a field is said beside it, everything else where failures are. */
  const attempt = async <Value,>(work: Promise<Value>): Promise<Value | null> => {
    refused.value = {};
    said.value = '';
    return staff.attempt(
      work.catch((error) => {
        if (!(error instanceof CallError) || !Object.keys(error.fields).length) throw error;
        refused.value = error.fields;
        return null;
      }),
    );
  };
  const take = (found: Known | null): boolean => {
    if (found) known.value = found;
    return found !== null;
  };

  if (!words || !known.value) return <section class="account" aria-busy="true" />;
  const { email, sessions, secondFactorSince, codesLeft } = known.value;
  const isOn = secondFactorSince !== null;
  return (
    <section class="account" aria-labelledby="account-title">
      <header>
        <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
          {texts.inbox}
        </button>
        <h2 id="account-title">{words.account}</h2>
        <p class="quiet">{fill(words.lead, { email })}</p>
      </header>

      <OwnWork words={words} />

      <section class="card" aria-labelledby="account-sessions">
        <h3 id="account-sessions">{words.sessions}</h3>
        <ul>
          {sessions.map((one) => (
            <li key={one.id}>
              <span>
                {one.device || '–'} {one.isThis && <span class="chip green">{words.thisOne}</span>}
              </span>
              <span class="quiet" title={exact(tag, one.seenAt)}>
                {fill(words.lastSeen, { when: ago(tag, one.seenAt, staff.now.value) })}
              </span>
              {!one.isThis && (
                <button
                  type="button"
                  aria-label={`${words.endOne}: ${one.device}`}
                  onClick={async () =>
                    take(await attempt(staff.call(routes.postRevoke, { body: { session: one.id } })))
                  }
                >
                  {words.endOne}
                </button>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <button
            type="button"
            onClick={async () => take(await attempt(staff.call(routes.postRevoke, { body: {} })))}
          >
            {words.endOthers}
          </button>
        )}
      </section>

      <section class="card" aria-labelledby="account-password">
        <h3 id="account-password">{words.password}</h3>
        <p class="quiet">{words.passwordLead}</p>
        <form
          onSubmit={async (event) => {
            const form = event.currentTarget;
            const { current = '', password = '', code } = read(event);
            const body = { current, password, ...(code && { code }) };
            if (take(await attempt(staff.call(routes.postPassword, { body })))) {
              form.reset();
              said.value = words.changed;
            }
          }}
        >
          <input type="email" autocomplete="username" value={email} hidden readOnly />
          <Field
            label={words.current}
            name="current"
            words={words}
            refused={doing.value ? {} : refused.value}
            autocomplete="current-password"
          />
          <Field
            label={words.next}
            name="password"
            words={words}
            refused={doing.value ? {} : refused.value}
            autocomplete="new-password"
          />
          {isOn && (
            <Field
              label={words.code}
              name="code"
              words={words}
              refused={doing.value ? {} : refused.value}
              type="text"
              autocomplete="one-time-code"
              hint={words.codeHint}
            />
          )}
          <button type="submit" class="primary">
            {words.change}
          </button>
          <p role="status">{said.value}</p>
        </form>
      </section>

      <section class="card" aria-labelledby="account-factor">
        <h3 id="account-factor">{words.factor}</h3>
        <p class="quiet">
          {isOn
            ? fill(words.factorOn, {
                when: new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(secondFactorSince),
                count: codesLeft,
              })
            : words.factorOff}
        </p>
        {codes.value ? (
          <div class="codes">
            <h4>{words.codes}</h4>
            <p>{words.codesLead}</p>
            <ol>
              {codes.value.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ol>
            <div class="row-of-buttons">
              <button
                type="button"
                onClick={() =>
                  navigator.clipboard.writeText(codes.value!.join('\n')).then(
                    () => {
                      said.value = words.copied;
                    },
                    () => {},
                  )
                }
              >
                {words.copyCodes}
              </button>
              <button
                type="button"
                class="primary"
                onClick={() => {
                  codes.value = null;
                }}
              >
                {words.kept}
              </button>
            </div>
          </div>
        ) : enrolment.value ? (
          // A form of its own: nothing typed into another stands in it.
          <form
            key="confirm"
            onSubmit={async (event) => {
              const { code = '' } = read(event);
              const given = await attempt(staff.call(routes.putSecondFactor, { body: { code } }));
              if (!given) return;
              codes.value = given.codes;
              enrolment.value = null;
              doing.value = null;
              take(await attempt(staff.call(routes.getAccount, {})));
            }}
          >
            <p>{words.scan}</p>
            <svg
              class="qr"
              role="img"
              aria-label={words.qr}
              viewBox={`-2 -2 ${enrolment.value.qr.size + 4} ${enrolment.value.qr.size + 4}`}
            >
              <path d={enrolment.value.qr.path} />
            </svg>
            <p>
              <code>{enrolment.value.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
            </p>
            <Field
              label={words.code}
              name="code"
              words={words}
              refused={refused.value}
              type="text"
              autocomplete="one-time-code"
            />
            <button type="submit" class="primary">
              {words.confirm}
            </button>
          </form>
        ) : doing.value ? (
          <form
            key={doing.value}
            onSubmit={async (event) => {
              const { password = '', code = '' } = read(event);
              if (doing.value === 'on') {
                enrolment.value = await attempt(staff.call(routes.postSecondFactor, { body: { password } }));
              } else if (
                take(await attempt(staff.call(routes.postEndSecondFactor, { body: { password, code } })))
              )
                doing.value = null;
            }}
          >
            <Field
              label={words.confirmPassword}
              name="password"
              words={words}
              refused={refused.value}
              autocomplete="current-password"
            />
            {doing.value === 'off' && (
              <Field
                label={words.code}
                name="code"
                words={words}
                refused={refused.value}
                type="text"
                autocomplete="one-time-code"
                hint={words.codeHint}
              />
            )}
            <div class="row-of-buttons">
              <button type="submit" class="primary">
                {doing.value === 'on' ? words.turnOn : words.turnOff}
              </button>
              <button
                type="button"
                onClick={() => {
                  doing.value = null;
                  refused.value = {};
                }}
              >
                {texts.cancel}
              </button>
            </div>
          </form>
        ) : (
          <button
            type="button"
            onClick={() => {
              doing.value = isOn ? 'off' : 'on';
            }}
          >
            {isOn ? words.turnOff : words.turnOn}
          </button>
        )}
      </section>
    </section>
  );
};
