import { useSignal } from '@preact/signals';
import * as routes from '../../../shared/account/routes.ts';
import type { Account } from '../../../shared/account/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { ago, exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import type { AccountModel } from './model.ts';
import { PasswordForm } from './PasswordForm.tsx';
import type { AccountTexts } from './texts.ts';

/** Which sessions are to end: one by its id, or all others. */
type Ending = { session?: string } | null;

/** Ends sessions, once the password is given. */
const EndSessions = ({
  model,
  ending,
  texts,
  onDone,
}: {
  model: AccountModel;
  ending: NonNullable<Ending>;
  texts: AccountTexts;
  onDone(): void;
}) => {
  const staff = useStaff();
  return (
    <PasswordForm
      model={model}
      part="sessions"
      name="current"
      texts={texts}
      submit={ending.session ? texts.endOne : texts.endOthers}
      takesFocus
      onSubmit={async ({ current = '' }) => {
        const body = { ...ending, current };
        if (await model.change('sessions', staff.call(routes.postRevoke, { body }))) onDone();
      }}
      onCancel={onDone}
    />
  );
};

/** Where one is logged in. */
export const Sessions = ({
  model,
  sessions,
  texts,
}: {
  model: AccountModel;
  sessions: Account['sessions'];
  texts: AccountTexts;
}) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const ending = useSignal<Ending>(null);
  const form = ending.value && (
    <EndSessions
      key={ending.value.session ?? ''}
      model={model}
      ending={ending.value}
      texts={texts}
      onDone={() => {
        model.forgetRefused();
        ending.value = null;
      }}
    />
  );
  return (
    <section class="card" aria-labelledby="account-sessions">
      <h3 id="account-sessions">{texts.sessions}</h3>
      <ul>
        {sessions.map((one) => (
          <li key={one.id}>
            <span>
              {one.device || '–'} {one.isThis && <span class="chip green">{texts.thisOne}</span>}
            </span>
            <span class="quiet" title={exact(tag, one.seenAt)}>
              {fill(texts.lastSeen, { when: ago(tag, one.seenAt, staff.now.value) })}
            </span>
            {!one.isThis &&
              (ending.value?.session === one.id ? (
                form
              ) : (
                <button
                  type="button"
                  aria-label={`${texts.endOne}: ${one.device}`}
                  onClick={() => {
                    ending.value = { session: one.id };
                  }}
                >
                  {texts.endOne}
                </button>
              ))}
          </li>
        ))}
      </ul>
      {sessions.length > 1 &&
        (ending.value && !ending.value.session ? (
          form
        ) : (
          <button
            type="button"
            onClick={() => {
              ending.value = {};
            }}
          >
            {texts.endOthers}
          </button>
        ))}
    </section>
  );
};
